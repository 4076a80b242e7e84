def g():
    yield from range(5)
it = g()
return 2 in it, next(it), 9 in it, list(it)
