def f(a, b=2, /, c=3, *, d=4):
    return a, b, c, d
def g(x, /, **kwargs):
    return x, kwargs
results = [f(1), f(1, 5, 6), f(1, c=7, d=8), g(1, x=2)]
try:
    f(1, b=2)
except TypeError as e:
    results.append(str(e))
return results
