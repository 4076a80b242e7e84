# ends with: limit
from functools import lru_cache
@lru_cache(maxsize=None)
def f(n):
    return 'x' * 1000
n = 0
while True:
    n += 1
    f(n)
