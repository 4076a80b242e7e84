class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __repr__(self):
        return f'Point({self.x}, {self.y})'
    def __str__(self):
        return f'<{self.x} {self.y}>'
p = Point(1, 2)
return str(p), repr(p), [p], f'{p} {p!r}', '%s' % p, {'p': p}
