# ends with: limit
a = ['x']
for _ in range(60):
    a = [a, a]
return repr(a)
