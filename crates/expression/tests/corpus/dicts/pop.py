d = {'a': 1, 'b': 2, 'c': 3}
return d.pop('a'), d.pop('x', None), d.popitem(), d
