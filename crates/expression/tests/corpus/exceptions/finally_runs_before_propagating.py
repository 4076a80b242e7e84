log = []
def f():
    try:
        raise ValueError('x')
    finally:
        log.append('cleanup')
try:
    f()
except ValueError:
    log.append('outer')
return log
