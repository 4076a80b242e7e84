# ends with: limit
class A:
    def __getattr__(self, name):
        while True:
            pass
return getattr(A(), 'x', 'default'), hasattr(A(), 'x')
