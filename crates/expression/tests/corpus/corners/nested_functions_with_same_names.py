def f():
    def f():
        def f():
            return 'innermost'
        return f
    return f
return f()()(), f.__name__
