import math
return math.sqrt(16), math.sqrt(2), math.log(math.e), math.log(8, 2), math.log10(1000), math.log2(1024), math.exp(0), math.exp(1), math.pow(2, 10), math.hypot(3, 4), math.isqrt(10 ** 20), math.log1p(0), math.log(10 ** 400), round(math.cbrt(27), 9), math.isqrt(99)
