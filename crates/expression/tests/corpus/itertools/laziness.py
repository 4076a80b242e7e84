from itertools import chain, islice, count, takewhile
log = []
def watch(n):
    for i in range(n):
        log.append(i)
        yield i
first = list(islice(chain(watch(3), watch(5)), 4))
return first, log, next(x for x in count() if x * x > 50), sum(takewhile(lambda x: x < 10, (x * x for x in count())))
