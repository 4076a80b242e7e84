# ends with: RecursionError or limit or StopIteration
import itertools
it = iter([1])
while True:
    for _ in range(10000):
        it = itertools.chain(it)
    next(it)
