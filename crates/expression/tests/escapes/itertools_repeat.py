# ends with: limit
import itertools
return tuple(itertools.repeat('x'))
