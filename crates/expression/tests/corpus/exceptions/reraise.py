log = []
def f():
    try:
        int('x')
    except ValueError:
        log.append('seen')
        raise
try:
    f()
except ValueError as e:
    return log, str(e)
