d = {'a': 1}
e = d
d.clear()
return d, e, len(d), bool(d), d is e
