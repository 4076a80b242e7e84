# ends with: RecursionError or limit
class A:
    def __add__(self, other):
        return self + other
return A() + 1
