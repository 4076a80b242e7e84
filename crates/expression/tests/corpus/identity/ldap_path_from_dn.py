dn = 'uid=ada,ou=people,ou=zurich,dc=example,dc=com'
parts = [p.strip() for p in dn.split(',')]
ous = [p[3:] for p in parts if p.lower().startswith('ou=')]
return {'path': 'goauthentik.io/' + '/'.join(reversed(ous)), 'domain': '.'.join(p[3:] for p in parts if p.startswith('dc='))}
