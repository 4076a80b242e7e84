def g():
    yield 1
    raise StopIteration
try:
    return list(g())
except RuntimeError as e:
    return str(e)
