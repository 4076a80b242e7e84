# python < 3.12
import json
results = []
a = []
a.append(a)
for value in ({1}, b'x', object, {(1,): 2}, a):
    try:
        results.append(json.dumps(value))
    except (TypeError, ValueError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
