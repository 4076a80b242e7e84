log = []
class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        log.append('enter ' + self.name)
        return self.name.upper()
    def __exit__(self, kind, value, trace):
        log.append(f'exit {self.name} {kind.__name__ if kind else None} {value}')
        return self.swallow
with Manager('a') as a, Manager('b') as b:
    log.append(a + b)
with Manager('c', swallow=True):
    raise ValueError('swallowed')
try:
    with Manager('d'):
        1 / 0
except ZeroDivisionError:
    log.append('outside')
return log
