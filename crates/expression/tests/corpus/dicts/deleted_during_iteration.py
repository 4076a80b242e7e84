d = {'a': 1, 'b': 2}
for key in d:
    del d[key]
