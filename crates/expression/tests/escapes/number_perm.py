# ends with: limit
import math
return math.perm(10 ** 9)
