# ends with: RecursionError or limit
class A:
    def __new__(cls):
        return A()
return A()
