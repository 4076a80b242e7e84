log = []
class T:
    def __init__(self, v):
        self.v = v
    def __bool__(self):
        log.append(self.v)
        return self.v
    def __repr__(self):
        return f'T{self.v}'
a = T(False) or T(True) or T(False)
b = T(True) and T(False) and T(True)
c = not T(True)
d = 1 if T(False) else 2
return a, b, c, d, log
