# ends with: RuntimeError
def g():
    while True:
        try:
            yield
        except GeneratorExit:
            pass
it = g()
next(it)
it.close()
