a, b, c = 1, 1, 2
return a == b != c, a == b == c, a < c > b, 1 < 2 in [2], None is None is not True, 3 > 2 == True
