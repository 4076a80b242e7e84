from functools import total_ordering
@total_ordering
class Rank:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        return self.n == other.n
    def __lt__(self, other):
        return self.n < other.n
a, b = Rank(1), Rank(2)
return a < b, a <= b, a > b, a >= b, a <= Rank(1), a == Rank(1), max(a, b).n
