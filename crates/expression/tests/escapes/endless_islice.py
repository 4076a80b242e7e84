# ends with: limit
import itertools
return next(itertools.islice(itertools.count(), 10 ** 15, None))
