a, b = {'x': 1, 'y': 2}
c, *d = (n for n in range(3))
e, f = map(str, (1, 2))
g, h = next(iter({'k': 'v'}.items()))
return a, b, c, d, e, f, g, h
