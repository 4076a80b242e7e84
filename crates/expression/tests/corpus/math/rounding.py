import math
return math.floor(2.7), math.floor(-2.1), math.ceil(2.1), math.ceil(-2.9), math.trunc(-2.7), math.floor(5), math.ceil(10 ** 20), math.floor(1e20), math.modf(2.5), math.fabs(-3), math.copysign(1, -0.0), math.fmod(-7, 3)
