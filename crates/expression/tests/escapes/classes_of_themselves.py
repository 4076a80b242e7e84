# ends with: NameError or UnboundLocalError
class A(A):
    pass
