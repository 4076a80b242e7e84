x = 'outer'
def f():
    x = 'f'
    def g():
        def h():
            nonlocal x
            x = 'changed'
        h()
        return x
    return g(), x
return f(), x
