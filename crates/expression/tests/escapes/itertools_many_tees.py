# ends with: limit or MemoryError or OverflowError
import itertools
return len(itertools.tee([], 10 ** 10))
