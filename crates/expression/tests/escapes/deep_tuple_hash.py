# ends with: RecursionError or limit
a = ()
for _ in range(100000):
    a = (a,)
return hash(a)
