def g():
    for i in (1, 2, 0):
        yield 1 / i
try:
    [x for x in g()]
except ZeroDivisionError as e:
    return str(e)
