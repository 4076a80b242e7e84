log = []
def n(x):
    log.append(x)
    return x
def f(*args, **kwargs):
    return len(args) + len(kwargs)
f(n(1), *[n(2)], n(3), key=n(4), **{'z': n(5)})
return log
