d = {f'user{i}': i for i in range(2000)}
for i in range(0, 2000, 3):
    del d[f'user{i}']
s = {i * 7 % 1000 for i in range(3000)}
return len(d), sum(d.values()), d['user1'], 'user3' in d, len(s), sum(s), list(d)[:3]
