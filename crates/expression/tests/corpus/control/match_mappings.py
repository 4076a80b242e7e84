def role(user):
    match user:
        case {'admin': True}:
            return 'admin'
        case {'groups': [first, *_], 'name': str(name)}:
            return f'{name} of {first}'
        case {'name': name, **rest} if rest:
            return name, rest
        case {'name': name}:
            return name
        case {}:
            return 'mapping'
        case _:
            return 'none'
return [role(u) for u in ({'admin': True, 'x': 1}, {'name': 'ada', 'groups': ['dev', 'ops']}, {'name': 'bob', 'age': 3}, {'name': 'c'}, {}, 5, {'admin': False})]
