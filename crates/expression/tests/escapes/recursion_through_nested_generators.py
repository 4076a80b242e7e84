# ends with: RecursionError or limit
def wrap(g):
    yield from g
g = iter([1])
for _ in range(100000):
    g = wrap(g)
return list(g)
