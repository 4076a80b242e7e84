def g():
    x = yield 1
try:
    g().send(5)
except TypeError as e:
    return str(e)
