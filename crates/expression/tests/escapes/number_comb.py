# ends with: limit
import math
return math.comb(10 ** 9, 10 ** 8)
