a = [1]
a.append(a)
d = {}
d['me'] = d
return repr(a), repr(d), a[1] is a, len(a)
