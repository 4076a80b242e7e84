from collections import defaultdict
d = defaultdict(list)
d['a'].append(1)
d['a'].append(2)
d['b']
n = defaultdict(int)
for word in 'x y x'.split():
    n[word] += 1
nested = defaultdict(lambda: defaultdict(set))
nested['u']['groups'].add('admins')
return d, dict(n), nested['u']['groups'], d.get('zz'), len(d), 'zz' in d, n.default_factory, d == {'a': [1, 2], 'b': []}, sorted(d.items()), isinstance(d, dict), list(d)
