try:
    getattr('a', 1)
except TypeError as e:
    return type(e).__name__
