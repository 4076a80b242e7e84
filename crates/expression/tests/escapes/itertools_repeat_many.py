# ends with: limit
import itertools
return list(itertools.repeat('x', 10 ** 12))
