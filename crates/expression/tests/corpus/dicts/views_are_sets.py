a = {'x': 1, 'y': 2}
b = {'y': 3, 'z': 4}
return sorted(a.keys() & b.keys()), sorted(a.keys() | b.keys()), sorted(a.keys() - b.keys()), sorted(a.keys() ^ b), a.keys() == {'x', 'y'}, a.items() & {('x', 1)}, a.keys() >= {'x'}, a.keys().isdisjoint(b)
