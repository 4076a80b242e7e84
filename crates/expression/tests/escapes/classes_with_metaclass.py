# ends with: refused or TypeError or returned
class A(metaclass=print):
    pass
