class Vector:
    def __init__(self, *v):
        self.v = v
    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self.v, other.v)))
    def __sub__(self, other):
        return self + -other
    def __neg__(self):
        return self * -1
    def __mul__(self, n):
        return Vector(*(a * n for a in self.v))
    def __rmul__(self, n):
        return self * n
    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.v, other.v))
    def __abs__(self):
        return sum(a * a for a in self.v) ** 0.5
    def __repr__(self):
        return f'V{self.v}'
a, b = Vector(3, 4), Vector(1, 1)
return a + b, a - b, a * 2, 2 * a, -a, a @ b, abs(a)
