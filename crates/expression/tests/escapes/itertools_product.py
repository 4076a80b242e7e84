# ends with: limit
import itertools
return list(itertools.product(range(1000), repeat=5))
