# ends with: returned
d = dict.fromkeys(range(50000))
while len(d) > 40000:
    del d[next(iter(d))]
s = set(range(50000))
while len(s) > 40000:
    s.pop()
return len(d), len(s)
