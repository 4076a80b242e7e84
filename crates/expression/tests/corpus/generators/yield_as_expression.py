def g():
    x = yield
    y = (yield x) or 'none'
    yield [x, y]
it = g()
next(it)
return it.send(1), it.send(None)
