# ends with: limit or RecursionError or TypeError
class A:
    pass
while True:
    class A(A):
        pass
