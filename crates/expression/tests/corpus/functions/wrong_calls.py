def f(a, b):
    return a, b
def g(*, key):
    return key
def h(a=1):
    return a
def i(a, b, c):
    return a
results = []
for call in (lambda: f(), lambda: f(1), lambda: f(1, 2, 3), lambda: f(1, a=2), lambda: f(1, b=2, c=3), lambda: g(1), lambda: g(), lambda: h(1, 2), lambda: h(b=1), lambda: f(**{'x': 1}, a=1, b=2), lambda: i(), lambda: i(b=1), lambda: f(1, 2, 3, 4, c=2), lambda: g(key=1, other=2)):
    try:
        results.append(call())
    except TypeError as e:
        results.append(str(e))
return results
