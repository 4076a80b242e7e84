# ends with: RecursionError or limit
class A:
    def __eq__(self, other):
        return self == other
return A() == A()
