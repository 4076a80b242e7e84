# ends with: RecursionError or limit or returned
from functools import partial
f = lambda *args: 0
for _ in range(10000):
    f = partial(partial, f)
    f = partial(f)
return f()
