# ends with: limit
import itertools
return next(g for k, g in itertools.groupby(itertools.repeat(1)) if k != 1)
