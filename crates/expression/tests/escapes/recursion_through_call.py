# ends with: RecursionError or limit
class A:
    def __call__(self):
        return self()
return A()()
