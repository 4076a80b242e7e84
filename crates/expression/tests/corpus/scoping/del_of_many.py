a, b, c = 1, 2, 3
d = {'x': 1, 'y': 2}
l = [1, 2, 3]
del a, (b), d['x'], l[0]
return c, d, l
