# ends with: RecursionError or limit
import itertools
it = iter([1])
while True:
    for _ in range(10000):
        it = itertools.chain(it)
    next(it)
