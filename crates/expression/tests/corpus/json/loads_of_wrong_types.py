import json
results = []
for value in (None, 5, {'a': 1}, ['x']):
    try:
        results.append(json.loads(value))
    except TypeError as e:
        results.append(str(e))
return results
