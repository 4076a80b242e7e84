def apply(f, *args):
    return f(*args)
table = {'len': len, 'upper': str.upper, 'own': lambda s: s[::-1]}
return [apply(f, 'abc') for f in table.values()], apply(max, 1, 2), list(map(lambda f: f('x'), [str, repr, len]))
