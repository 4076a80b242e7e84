errors = [ValueError('a'), KeyError('b')]
def first(errors):
    for e in errors:
        if isinstance(e, KeyError):
            return e
try:
    raise first(errors)
except KeyError as e:
    return e is errors[1], e.args[0], e == KeyError('b'), bool(e)
