class Adder:
    def __init__(self, n):
        self.n = n
    def __call__(self, x, *more, **named):
        return self.n + x + sum(more) + len(named)
add = Adder(10)
return add(1), add(1, 2, 3, k=0), callable(add), list(map(add, [1, 2])), callable(5), sorted([3, 1], key=Adder(0))
