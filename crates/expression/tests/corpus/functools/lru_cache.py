from functools import lru_cache, cache
calls = []
@lru_cache(maxsize=None)
def slow(n):
    calls.append(n)
    return n * 2
@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
@lru_cache
def plain(x, y=1):
    calls.append((x, y))
    return x + y
return slow(1), slow(1), slow(2), plain(1), plain(1), plain(1, y=2), calls, fib(60), slow.cache_info()
