import uuid, json
a, b = uuid.UUID(int=1), uuid.UUID(int=2)
return a < b, a == uuid.UUID(int=1), a == str(a), sorted([b, a]), {a: 1}[uuid.UUID(int=1)], f'{a}', repr(a), json.dumps({'id': str(a)}), isinstance(a, uuid.UUID), int(a), a != b, '%s' % b
