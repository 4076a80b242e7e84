a, b = {'x': 1, 'y': 2}
c, *d = (n for n in range(3))
e, f = map(str, (1, 2))
g, h = {'k': 'v'}.items().__iter__().__next__()
return a, b, c, d, e, f, g, h
