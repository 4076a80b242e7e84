from functools import cache
@cache
def f(x):
    return x
try:
    f([])
except TypeError as e:
    return 'unhashable' in str(e), f(1), f('a')
