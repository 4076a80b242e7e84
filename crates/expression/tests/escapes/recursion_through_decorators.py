# ends with: RecursionError or limit
f = lambda: 0
def wrap(f):
    return lambda: f()
for _ in range(100000):
    f = wrap(f)
return f()
