class Meters:
    def __init__(self, n):
        self.n = n
    def __add__(self, other):
        if isinstance(other, Meters):
            return Meters(self.n + other.n)
        return NotImplemented
    def __radd__(self, other):
        return Meters(other + self.n)
    def __eq__(self, other):
        return isinstance(other, Meters) and self.n == other.n or NotImplemented
    def __repr__(self):
        return f'{self.n}m'
out = [Meters(1) + Meters(2), 5 + Meters(1), sum([Meters(1), Meters(2)]), Meters(1) == Meters(1), Meters(1) == 5, Meters(1) != 5]
try:
    Meters(1) + 'a'
except TypeError as e:
    out.append(str(e))
return out
