# ends with: limit
import math
return math.factorial(10 ** 9)
