# ends with: TypeError
class A(print):
    pass
