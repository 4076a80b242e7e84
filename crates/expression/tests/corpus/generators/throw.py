def g():
    try:
        yield 1
    except ValueError as e:
        yield f'caught {e}'
    yield 'after'
it = g()
next(it)
return it.throw(ValueError('x')), next(it)
