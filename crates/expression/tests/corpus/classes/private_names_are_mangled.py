class A:
    def __init__(self):
        self.__secret = 1
        self._hidden = 2
    def get(self):
        return self.__secret
class B(A):
    def __init__(self):
        super().__init__()
        self.__secret = 3
b = B()
return b.get(), b._hidden, hasattr(b, '__secret'), b._A__secret, b._B__secret
