d = {'a': 1, 'b': 2}
for key in d:
    d[key] += 10
for key in list(d):
    if d[key] > 11:
        del d[key]
return d
