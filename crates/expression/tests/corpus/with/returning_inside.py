log = []
class Manager:
    def __enter__(self):
        return self
    def __exit__(self, *args):
        log.append(args)
def f():
    with Manager() as m:
        return m
def g():
    for i in range(3):
        with Manager():
            if i == 1:
                break
            continue
    return i
return isinstance(f(), Manager), g(), log
