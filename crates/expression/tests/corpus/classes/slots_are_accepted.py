class P:
    __slots__ = ('x', 'y')
    def __init__(self):
        self.x = 1
p = P()
p.y = 2
return p.x + p.y
