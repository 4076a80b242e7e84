members = {'ada': 'admins', 'bob': 'users', 'cyd': 'admins'}
groups = {}
for name, group in members.items():
    groups.setdefault(group, []).append(name)
return groups, {v: k for k, v in members.items()}, {g: len(n) for g, n in groups.items()}
