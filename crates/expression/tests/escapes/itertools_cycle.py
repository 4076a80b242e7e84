# ends with: limit
import itertools
return list(itertools.cycle([1]))
