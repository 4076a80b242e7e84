def f():
    x = 1
    del x
    return x
try:
    return f()
except UnboundLocalError as e:
    return str(e)
