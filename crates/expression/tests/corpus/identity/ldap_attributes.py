def list_flatten(x):
    if isinstance(x, list):
        return x[0] if x else None
    return x
ldap = {'sAMAccountName': ['ada'], 'mail': [], 'displayName': 'Ada', 'memberOf': ['CN=a,DC=x', 'CN=b,DC=x'], 'userAccountControl': ['514']}
disabled = int(list_flatten(ldap.get('userAccountControl', [0]))) & 2
return {
    'username': list_flatten(ldap.get('sAMAccountName')),
    'email': list_flatten(ldap.get('mail')) or f"{list_flatten(ldap['sAMAccountName'])}@example.com",
    'name': list_flatten(ldap.get('displayName')),
    'is_active': not disabled,
    'attributes': {'groups': [dn.split(',')[0].partition('=')[2] for dn in ldap.get('memberOf', [])]},
}
