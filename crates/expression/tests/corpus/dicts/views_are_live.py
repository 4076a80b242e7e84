d = {'a': 1}
keys, values, items = d.keys(), d.values(), d.items()
d['b'] = 2
return list(keys), list(values), list(items), len(keys), 'b' in keys, ('a', 1) in items, 2 in values
