# ends with: limit
import itertools
return max(map(abs, itertools.count()))
