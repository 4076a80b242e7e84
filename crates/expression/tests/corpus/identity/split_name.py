def parts(name):
    given, _, family = name.rpartition(' ')
    return {'given_name': given or family, 'family_name': family if given else ''}
return [parts(n) for n in ('Ada Lovelace', 'Ada King Lovelace', 'Plato', '')]
