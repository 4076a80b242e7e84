# ends with: limit
import itertools
return next(x for x in itertools.count() if x < 0)
