# ends with: RecursionError or limit
class A:
    @property
    def x(self):
        return self.x
return A().x
