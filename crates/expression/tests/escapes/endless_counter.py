# ends with: limit
import itertools, collections
return collections.Counter(itertools.repeat(1))
