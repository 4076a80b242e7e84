x = 1
def f():
    y = x
    x = 2
    return y
try:
    return f()
except UnboundLocalError as e:
    return type(e).__name__, str(e), isinstance(e, NameError)
