d = {'a': 1, 'b': 2}
out = []
for k in d:
    out.append(k)
for k, v in d.items():
    out.append(f'{k}={v}')
for i, (k, v) in enumerate(d.items()):
    out.append((i, k, v))
return out
