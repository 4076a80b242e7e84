def f(*args, **kwargs):
    kwargs['new'] = 1
    return type(args).__name__, type(kwargs).__name__, args + (9,)
given = {'a': 1}
return f(1, **given), given
