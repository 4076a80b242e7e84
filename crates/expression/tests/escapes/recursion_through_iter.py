# ends with: RecursionError or limit
class A:
    def __iter__(self):
        return iter(self)
return list(A())
