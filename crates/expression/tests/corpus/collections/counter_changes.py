from collections import Counter
c = Counter()
c['a'] += 1
c.update('aab')
c.update({'z': 5})
c.subtract(['a'])
del c['z']
return c, c.most_common(), c.get('q'), 'q' in c, c == Counter(a=2, b=1), c == {'a': 2, 'b': 1}, isinstance(c, dict), max(c, key=c.get)
