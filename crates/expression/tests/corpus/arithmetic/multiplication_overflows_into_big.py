x = 4294967296
return x * x, x * x - 1, (x * x) // x == x, -x * x * x
