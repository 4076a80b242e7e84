# ends with: AttributeError
class A:
    pass
return A.__bases__
