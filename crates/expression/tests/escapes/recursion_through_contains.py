# ends with: RecursionError or limit
class A:
    def __contains__(self, x):
        return x in self
return 1 in A()
