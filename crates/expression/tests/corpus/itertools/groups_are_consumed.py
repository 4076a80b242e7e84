from itertools import groupby
groups = [(k, g) for k, g in groupby('aab')]
return [(k, list(g)) for k, g in groups]
