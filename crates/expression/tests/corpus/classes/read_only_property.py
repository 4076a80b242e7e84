class A:
    @property
    def x(self):
        return 1
try:
    A().x = 2
except AttributeError as e:
    return type(e).__name__, A().x
