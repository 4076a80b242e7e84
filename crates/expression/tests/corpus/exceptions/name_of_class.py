try:
    {}['x']
except Exception as e:
    return type(e).__name__, type(e) is KeyError, isinstance(e, LookupError)
