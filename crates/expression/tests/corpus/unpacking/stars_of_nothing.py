results = []
def f(*args, **kwargs):
    return args, kwargs
for g in (lambda: [*1], lambda: f(*1), lambda: f(**1), lambda: {**1}, lambda: f(**{1: 2})):
    try:
        results.append(g())
    except TypeError as e:
        results.append(str(e))
return results
