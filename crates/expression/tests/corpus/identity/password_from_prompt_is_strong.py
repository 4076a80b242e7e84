def problems(password, user):
    found = []
    if len(password) < 12:
        found.append('too short')
    for name, test in (('lower', str.islower), ('upper', str.isupper), ('digit', str.isdigit)):
        if not any(test(c) for c in password):
            found.append(f'no {name}')
    if any(part and part.lower() in password.lower() for part in (user['username'], *user['name'].split())):
        found.append('contains the name')
    return found
user = {'username': 'ada', 'name': 'Ada Lovelace'}
return [problems(p, user) for p in ('short', 'LovelaceIsGreat1', 'Tr0ub4dor&three')]
