d = {'a': 1, 'b': [2]}
return d.keys(), d.values(), d.items(), {}.keys(), str(d.items())
