d = {i: i for i in range(5)}
del d[2]
d[2] = 'again'
d[0] = 'changed'
e = {**d}
e.pop(1)
return list(d), list(e), list(d.items())[-1], next(iter(d)), next(reversed(d))
