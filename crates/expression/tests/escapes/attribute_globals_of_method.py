# ends with: AttributeError
class A:
    def m(self):
        pass
return A().m.__globals__
