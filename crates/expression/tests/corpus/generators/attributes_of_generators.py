def g():
    yield 1
it = g()
return iter(it) is it, hasattr(it, 'send'), hasattr(it, '__next__'), callable(it), type(it).__name__, it.__next__()
