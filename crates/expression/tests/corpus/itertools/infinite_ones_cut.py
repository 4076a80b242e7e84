import itertools
return list(itertools.islice(itertools.count(), 3)), list(itertools.islice(itertools.count(10, -2), 3)), list(itertools.islice(itertools.cycle('ab'), 5)), list(itertools.repeat('x', 3)), next(itertools.count(0.5)), list(zip(itertools.count(1), 'ab')), list(map(pow, range(4), itertools.repeat(2)))
