# ends with: RecursionError or limit
g = [1]
for _ in range(100000):
    g = map(abs, g)
return list(g)
