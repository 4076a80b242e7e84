def f(**kwargs):
    return kwargs
try:
    f(**{'a': 1}, **{'a': 2})
except TypeError as e:
    return str(e)
