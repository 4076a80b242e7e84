# ends with: RecursionError or limit
class A:
    def __init__(self):
        A()
A()
