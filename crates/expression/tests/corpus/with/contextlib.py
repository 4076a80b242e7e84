from contextlib import contextmanager, suppress
log = []
@contextmanager
def step(name):
    log.append('begin ' + name)
    try:
        yield name * 2
    finally:
        log.append('end ' + name)
with step('x') as v:
    log.append(v)
with suppress(KeyError, ValueError):
    {}['gone']
return log
