out = []
for (a, b), c in [((1, 2), 3), ((4, 5), 6)]:
    out.append(a + b + c)
for first, *rest in ['abc', [1], (1, 2)]:
    out.append((first, rest))
for i, (k, v) in enumerate({'a': 1}.items()):
    out.append((i, k, v))
return out
