# ends with: RecursionError or limit
g = [1]
for _ in range(100000):
    g = (x for x in g)
return list(g)
