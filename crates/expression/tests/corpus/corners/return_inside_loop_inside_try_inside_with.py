log = []
class M:
    def __enter__(self):
        log.append('in')
    def __exit__(self, *a):
        log.append('out')
def f():
    for i in range(3):
        try:
            with M():
                for j in range(3):
                    if j == 1:
                        return i, j
        finally:
            log.append('finally')
return f(), log
