a = [1, 2, 3]
b = {'x': a}
del a[1], b['x'][0]
return a, b
