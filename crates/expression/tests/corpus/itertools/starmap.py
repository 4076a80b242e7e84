from itertools import starmap
return list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(lambda a, b='x': a + b, [('a',), ('b', 'c')]))
