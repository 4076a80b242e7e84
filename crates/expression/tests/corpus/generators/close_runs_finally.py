log = []
def g():
    try:
        yield 1
        yield 2
    finally:
        log.append('closed')
it = g()
next(it)
it.close()
return log, list(it)
