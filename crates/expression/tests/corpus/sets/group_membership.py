required = {'admins', 'staff'}
mine = ['users', 'staff']
return bool(required & set(mine)), required.issubset(mine), sorted(required.difference(mine)), not required.isdisjoint(mine), any(g in required for g in mine)
