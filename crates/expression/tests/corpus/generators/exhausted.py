def g():
    yield 1
it = g()
return next(it), next(it, 'default'), list(it), [x for x in it]
