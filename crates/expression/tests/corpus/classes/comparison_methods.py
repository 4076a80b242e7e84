class Version:
    def __init__(self, text):
        self.parts = [int(p) for p in text.split('.')]
    def __eq__(self, other):
        return self.parts == other.parts
    def __lt__(self, other):
        return self.parts < other.parts
    def __le__(self, other):
        return self.parts <= other.parts
    def __hash__(self):
        return hash(tuple(self.parts))
    def __repr__(self):
        return '.'.join(map(str, self.parts))
a, b, c = Version('1.10'), Version('1.9'), Version('1.10')
return a == c, a != c, a < b, a > b, a >= c, sorted([a, b]), max(b, a), len({a, b, c}), {a: 'x'}[c], a in [b, c]
