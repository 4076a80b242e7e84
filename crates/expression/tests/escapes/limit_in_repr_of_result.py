# ends with: limit
class A:
    def __repr__(self):
        while True:
            pass
return A()
