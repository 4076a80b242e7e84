# ends with: limit
import itertools
return next(filter(None, itertools.repeat(0)))
