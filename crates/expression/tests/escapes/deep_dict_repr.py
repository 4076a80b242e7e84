# ends with: RecursionError or limit
d = {}
for _ in range(100000):
    d = {'x': d}
return str(d)
