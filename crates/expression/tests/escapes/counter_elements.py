# ends with: limit
from collections import Counter
return list(Counter(a=10 ** 12).elements())
