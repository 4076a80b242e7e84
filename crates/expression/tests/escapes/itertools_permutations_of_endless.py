# ends with: limit
import itertools
return itertools.permutations(itertools.count())
