class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y):
        self.x, self.y = x, y
def where(p):
    match p:
        case Point(0, 0):
            return 'origin'
        case Point(x=0, y=y):
            return f'on y at {y}'
        case Point(x, y) if x == y:
            return f'diagonal {x}'
        case Point():
            return 'point'
        case int(n) | float(n):
            return f'number {n}'
        case str() as s:
            return f'text {s}'
        case [Point(x=a), Point(x=b)]:
            return a, b
        case bool():
            return 'never, a bool is an int'
return [where(p) for p in (Point(0, 0), Point(0, 5), Point(2, 2), Point(1, 2), 5, 1.5, 'a', [Point(1, 0), Point(2, 0)], True, None)]
