a = {'x': [1]}
b = a.copy()
c = dict(a)
b['x'].append(2)
b['y'] = 1
return a, b, c
