from functools import lru_cache
calls = []
@lru_cache(maxsize=2)
def f(n):
    calls.append(n)
    return n
for n in (1, 2, 1, 3, 2, 1):
    f(n)
info = f.cache_info()
f.cache_clear()
return calls, info.hits, info.misses, info.currsize, f.cache_info().hits
