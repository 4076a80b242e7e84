import json
print(json.dumps({'a': [1, {'b': 2}], 'c': {}, 'd': [], 'e': 'x'}, indent=2))
print(json.dumps([1, [2]], indent='\t'))
print(json.dumps({'a': 1}, indent=0))
return json.dumps([], indent=4), json.dumps({'a': [1]}, indent=None)
