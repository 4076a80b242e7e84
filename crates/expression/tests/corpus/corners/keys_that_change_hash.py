class K:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return hash(self.n)
    def __eq__(self, other):
        return self.n == other.n
k = K(1)
d = {k: 'x'}
k.n = 2
return K(1) in d, K(2) in d, len(d), list(d)[0].n
