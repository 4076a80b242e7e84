from collections import namedtuple
Point = namedtuple('Point', ['x', 'y'])
User = namedtuple('User', 'name email active', defaults=[True])
p = Point(1, y=2)
u = User('ada', 'a@x')
x, y = p
return p, u, p.x, p[1], x + y, p == (1, 2), p._replace(x=9), p._asdict(), Point._fields, Point._make([3, 4]), u.active, len(p), isinstance(p, tuple), sorted([Point(2, 1), Point(1, 5)]), hash(p) == hash((1, 2)), '%s-%s' % p, f'{u.name}', str(u)
