d = {'b': 1, 'a': 2}
d['c'] = 3
d['b'] = 4
del d['a']
d['a'] = 5
return d, list(d), list(d.values()), list(reversed(d)), list(reversed(d.items()))
