# ends with: limit or MemoryError or OverflowError
import itertools
return next(itertools.product([1], repeat=10 ** 12))
