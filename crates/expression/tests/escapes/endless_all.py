# ends with: limit
import itertools
return all(itertools.repeat(1))
