# ends with: RecursionError or limit
from functools import reduce
def f(a, b):
    return reduce(f, [1, 2])
return f(1, 2)
