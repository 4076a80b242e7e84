def inner():
    got = []
    while len(got) < 2:
        got.append((yield len(got)))
    return got
def outer():
    result = yield from inner()
    yield result
g = outer()
return next(g), g.send('a'), g.send('b')
