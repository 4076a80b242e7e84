import json, base64
def part(data):
    return base64.urlsafe_b64encode(json.dumps(data, separators=(',', ':')).encode()).rstrip(b'=').decode()
def read(text):
    return json.loads(base64.urlsafe_b64decode(text + '=' * (-len(text) % 4)))
token = part({'alg': 'HS256', 'typ': 'JWT'}) + '.' + part({'sub': 'ada', 'groups': ['a', 'b']})
return token, read(token.split('.')[1])
