from itertools import tee
a, b = tee(iter([1, 2, 3]))
return next(a), next(a), list(b), list(a), [list(t) for t in tee('ab', 3)]
