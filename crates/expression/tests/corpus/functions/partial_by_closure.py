def partial(f, *args, **kwargs):
    return lambda *more, **others: f(*args, *more, **kwargs, **others)
join = partial('-'.join)
power = partial(pow, 2)
return join(['a', 'b']), power(10), partial(dict, a=1)(b=2)
