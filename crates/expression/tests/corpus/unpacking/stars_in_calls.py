def f(*args, **kwargs):
    return args, sorted(kwargs.items())
a = [1, 2]
k = {'x': 1}
return f(*a, 3, *(4,), **k, y=2), f(*'ab'), f(**{}, **k), f(*{'a': 1}), f(*range(2), *[])
