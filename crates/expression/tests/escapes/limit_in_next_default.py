# ends with: limit
def g():
    while True:
        pass
    yield 1
return next(g(), 'default')
