# ends with: limit or returned
d = {'a': {}}
d['a']['d'] = d
for _ in range(1000):
    d.update(d)
return len(d)
