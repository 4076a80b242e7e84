from functools import partial
def f(a, b, c=3, **k):
    return a, b, c, k
p = partial(f, 1, c=9)
return p(2), p(2, c=0), p(2, d=4), p.args, p.keywords, p.func is f, partial(p, 7)(), partial(int, base=2)('101'), list(map(partial(pow, 2), range(4))), partial(sorted, reverse=True)([1, 3, 2])
