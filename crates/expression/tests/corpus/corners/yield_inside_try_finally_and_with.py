log = []
class M:
    def __enter__(self):
        log.append('in')
        return 'm'
    def __exit__(self, *a):
        log.append('out')
def g():
    with M() as m:
        try:
            yield m
            yield 2
        finally:
            log.append('finally')
return list(g()), log
