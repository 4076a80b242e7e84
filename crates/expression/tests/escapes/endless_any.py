# ends with: limit
import itertools
return any(itertools.repeat(0))
