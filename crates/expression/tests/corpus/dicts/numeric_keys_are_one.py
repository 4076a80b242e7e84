d = {1: 'int'}
d[1.0] = 'float'
d[True] = 'bool'
d['1'] = 'text'
return d, d[1], len(d), {0: 'a', False: 'b', -0.0: 'c'}
