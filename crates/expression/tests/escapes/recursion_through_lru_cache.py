# ends with: RecursionError or limit
from functools import cache
@cache
def f(n):
    return f(n + 1)
return f(0)
