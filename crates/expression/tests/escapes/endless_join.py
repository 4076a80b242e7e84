# ends with: limit
import itertools
return ''.join(itertools.repeat(''))
