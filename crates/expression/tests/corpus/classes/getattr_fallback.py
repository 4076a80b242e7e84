class Lazy:
    known = 'class'
    def __init__(self):
        self.real = 1
    def __getattr__(self, name):
        if name.startswith('x_'):
            return name[2:]
        raise AttributeError(f'nothing called {name}')
l = Lazy()
out = [l.real, l.known, l.x_a, hasattr(l, 'x_b'), hasattr(l, 'y'), getattr(l, 'y', 'default')]
try:
    l.y
except AttributeError as e:
    out.append(str(e))
return out
