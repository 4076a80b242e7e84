# ends with: limit or TypeError or returned
def f(*args, **kwargs):
    return len(args) + len(kwargs)
return f(*range(100000), **{f'k{n}': n for n in range(10000)})
