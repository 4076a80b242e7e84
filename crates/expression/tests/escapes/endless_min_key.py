# ends with: limit
import itertools
return min(itertools.repeat(1), key=lambda x: x)
