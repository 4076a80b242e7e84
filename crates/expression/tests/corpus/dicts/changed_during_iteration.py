d = {'a': 1, 'b': 2}
for key in d:
    d[key + 'x'] = 1
