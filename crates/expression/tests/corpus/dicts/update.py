d = {'a': 1}
d.update({'b': 2})
d.update(c=3, a=0)
d.update([('d', 4)])
d.update()
d |= {'e': 5}
return d, d | {'a': 9}, {'z': 0} | d
