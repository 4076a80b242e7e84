class Countdown:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1
c = Countdown(3)
return list(c), list(c), sorted(Countdown(3)), [x for x in Countdown(2)], 2 in Countdown(3), max(Countdown(4)), tuple(Countdown(2)), '-'.join(str(x) for x in Countdown(3))
