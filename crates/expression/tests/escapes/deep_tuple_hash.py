# ends with: RecursionError or limit or returned
a = ()
for _ in range(100000):
    a = (a,)
return hash(a)
