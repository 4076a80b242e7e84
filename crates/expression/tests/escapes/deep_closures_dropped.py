# ends with: returned
f = None
def wrap(g):
    return lambda: g
for _ in range(50000):
    f = wrap(f)
return f is not None
