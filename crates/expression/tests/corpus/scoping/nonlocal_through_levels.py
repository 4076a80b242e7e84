def a():
    x = 0
    def b():
        def c():
            nonlocal x
            x += 1
            return x
        return c
    c = b()
    c()
    c()
    return x
return a()
