class User:
    uid, email, is_superuser = 'u1', 'ada@example.com', True
    attributes = {'department': 'it', 'phone': '', 'cost_center': 0}
user = User()
claims = {'sub': user.uid, 'email': user.email, 'email_verified': True}
for key in ('department', 'phone', 'cost_center', 'missing'):
    value = user.attributes.get(key)
    if value is not None and value != '':
        claims[f'x_{key}'] = value
if user.is_superuser:
    claims.setdefault('roles', []).append('admin')
claims.update(roles=[*claims.get('roles', []), 'user'])
return claims
