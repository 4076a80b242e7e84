# ends with: NameError
class A(A):
    pass
