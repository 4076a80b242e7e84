# ends with: limit
import itertools
return set(itertools.combinations(range(100), 50))
