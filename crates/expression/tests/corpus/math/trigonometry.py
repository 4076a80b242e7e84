import math
return math.sin(0), math.cos(0), round(math.sin(math.pi / 2), 10), math.atan2(1, 1), math.degrees(math.pi), math.radians(180), round(math.tan(1), 10), math.asin(1), math.acos(1), math.atan(0), math.sinh(0), math.tanh(0)
