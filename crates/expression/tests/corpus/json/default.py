import json, datetime
class User:
    def __init__(self, name):
        self.name = name
def convert(o):
    if isinstance(o, datetime.date):
        return o.isoformat()
    if isinstance(o, set):
        return sorted(o)
    if isinstance(o, User):
        return {'name': o.name}
    raise TypeError(f'no way to write {type(o).__name__}')
out = json.dumps({'d': datetime.date(2024, 1, 2), 's': {2, 1}, 'u': [User('x')]}, default=convert)
try:
    json.dumps(b'x', default=convert)
except TypeError as e:
    return out, str(e), json.dumps({'x': {1}}, default=str)
