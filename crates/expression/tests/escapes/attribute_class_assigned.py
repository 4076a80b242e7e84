# ends with: TypeError or AttributeError
class A:
    pass
a = A()
a.__class__ = dict
return a
