class Circle:
    def __init__(self, r):
        self._r = r
    @property
    def r(self):
        return self._r
    @r.setter
    def r(self, value):
        if value < 0:
            raise ValueError('negative')
        self._r = value
    @property
    def area(self):
        return 3 * self._r ** 2
c = Circle(2)
out = [c.r, c.area]
c.r = 3
out.append(c.area)
try:
    c.r = -1
except ValueError as e:
    out.append(str(e))
return out
