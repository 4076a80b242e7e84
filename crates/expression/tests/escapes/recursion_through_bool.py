# ends with: RecursionError or limit
class A:
    def __bool__(self):
        return bool(self)
return bool(A())
