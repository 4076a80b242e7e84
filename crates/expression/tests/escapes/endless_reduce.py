# ends with: limit
import itertools, functools
return functools.reduce(lambda a, b: a, itertools.repeat(1))
