# ends with: RecursionError or limit
class A:
    def __setattr__(self, name, value):
        self.x = value
A().x = 1
