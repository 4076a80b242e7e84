# ends with: AttributeError or returned
class A:
    def __getattr__(self, name):
        del A.__getattr__
        return self.other
return A().x
