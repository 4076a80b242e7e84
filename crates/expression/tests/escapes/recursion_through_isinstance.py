# ends with: RecursionError or limit
t = (int,)
for _ in range(100000):
    t = (t,)
return isinstance('a', t)
