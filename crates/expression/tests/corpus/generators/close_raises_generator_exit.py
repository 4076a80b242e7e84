log = []
def g():
    try:
        yield 1
    except GeneratorExit:
        log.append('exit')
        raise
it = g()
next(it)
it.close()
it.close()
return log
