# ends with: limit or returned
a = ('x',)
for _ in range(60):
    a = (a, a)
return hash(a) == 0
