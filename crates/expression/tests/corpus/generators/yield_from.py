def inner(n):
    for i in range(n):
        yield i
    return f'returned {n}'
def outer():
    a = yield from inner(2)
    yield a
    b = yield from [7, 8]
    yield b
    yield from 'xy'
return list(outer())
