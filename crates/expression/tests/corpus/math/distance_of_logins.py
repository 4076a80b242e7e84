from math import radians, sin, cos, asin, sqrt
def km(a, b):
    (lat1, lon1), (lat2, lon2) = a, b
    dlat, dlon = radians(lat2 - lat1), radians(lon2 - lon1)
    h = sin(dlat / 2) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(dlon / 2) ** 2
    return 2 * 6371 * asin(sqrt(h))
return round(km((47.37, 8.54), (52.52, 13.40))), round(km((0, 0), (0, 180))), km((1, 1), (1, 1))
