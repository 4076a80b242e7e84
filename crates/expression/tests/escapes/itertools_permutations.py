# ends with: limit
import itertools
return tuple(itertools.permutations(range(50)))
