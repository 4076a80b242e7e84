def f(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs
return f(1, c=3), f(1, 5, 6, 7, c=8, e=9), f(b=1, a=0, c=2, d=3), f(*[1, 2, 3], **{'c': 4, 'z': 5})
