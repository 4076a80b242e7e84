# ends with: limit
import math
return math.prod(range(1, 10 ** 9))
