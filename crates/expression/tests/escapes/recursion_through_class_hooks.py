# ends with: RecursionError or limit
class A:
    def __init_subclass__(cls):
        class B(A):
            pass
class C(A):
    pass
