# ends with: RecursionError or limit
a, b = [], []
a.append(b)
b.append(a)
c, d = [], []
c.append(d)
d.append(c)
return a == c
