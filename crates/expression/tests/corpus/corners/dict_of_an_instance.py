class A:
    shared = 1
    def __init__(self):
        self.x, self.y = 1, [2]
a = A()
return a.__dict__, sorted(a.__dict__.items()), {k: v for k, v in a.__dict__.items() if k != 'y'}
