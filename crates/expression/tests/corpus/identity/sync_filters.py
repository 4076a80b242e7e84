class SkipObject(Exception):
    pass
def mapping(user):
    if user['type'] in {'service_account', 'internal_service_account'} or user['username'].startswith('ak-'):
        raise SkipObject
    return {'userPrincipalName': user['username'] + '@tenant.example', 'accountEnabled': user['active'], 'mailNickname': user['username']}
out = []
for u in ({'username': 'ada', 'type': 'internal', 'active': True}, {'username': 'ak-outpost', 'type': 'internal', 'active': True}, {'username': 'svc', 'type': 'service_account', 'active': True}):
    try:
        out.append(mapping(u)['userPrincipalName'])
    except SkipObject:
        out.append(None)
return out
