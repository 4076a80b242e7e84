groups = ['admins', 'users', 'admins', 'dev', 'users']
seen = set()
unique = [g for g in groups if not (g in seen or seen.add(g))]
return unique, list(dict.fromkeys(groups))
