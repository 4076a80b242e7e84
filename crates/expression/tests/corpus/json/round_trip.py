import json
data = {'name': 'Ada "the" \\ é', 'n': [0.1, 1e-7, 123456789.123, -5, 2 ** 70], 'deep': {'a': {'b': [{}]}}, 'empty': ''}
return json.loads(json.dumps(data)) == data, json.dumps(json.loads(json.dumps(data))) == json.dumps(data)
