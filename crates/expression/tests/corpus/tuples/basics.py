t = (1, 'a', None)
return t[0], t[-1], t[1:], len(t), t + (2,), t * 2, t.index('a'), t.count(None), 1 in t, (1,), (), tuple('ab'), tuple([1, [2]])
