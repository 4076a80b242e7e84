class A:
    def __init__(self):
        self.n = 1
def show(self, x='-'):
    return f'{x}{self.n}'
A.show = show
a = A()
a.own = lambda: 'no self'
A.text = lambda self: 'with self'
return a.show(), a.show('+'), a.own(), a.text()
