# ends with: RecursionError or limit
class A:
    def __repr__(self):
        return repr(self)
return repr(A())
