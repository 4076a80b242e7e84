d = {'a': 1, 'none': None}
return d.get('a'), d.get('x'), d.get('x', 5), d.get('none', 5), d.setdefault('a', 9), d.setdefault('b', 2), d.setdefault('c'), d
