# ends with: limit
import itertools
return -1 in itertools.count()
