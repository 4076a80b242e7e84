n = 10
g = (n * x for x in range(3))
n = 100
return list(g)
