from collections import Counter
c = Counter('mississippi')
d = Counter(a=3, b=1)
return c, c['s'], c['x'], c.most_common(2), sorted(c.elements()), c.total(), d + Counter(a=1), d - Counter(a=1, b=5), d & Counter(a=1), d | Counter(b=7), len(c), sum(c.values()), list(Counter(['x', 'y', 'x'])), Counter(), dict(d), +Counter(a=-1, b=2)
