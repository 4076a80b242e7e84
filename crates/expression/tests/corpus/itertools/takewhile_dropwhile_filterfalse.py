from itertools import takewhile, dropwhile, filterfalse, compress
return list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(lambda x: x % 2, range(5))), list(filterfalse(None, [0, 1, ''])), list(compress('abcd', [1, 0, 1, 0]))
