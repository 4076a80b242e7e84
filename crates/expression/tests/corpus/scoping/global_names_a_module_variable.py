def f():
    global shared
    shared = 5
f()
def g():
    return shared
return g()
