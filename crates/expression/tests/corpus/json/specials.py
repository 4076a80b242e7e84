import json
out = json.dumps([float('nan'), float('inf'), float('-inf')])
try:
    json.dumps(float('nan'), allow_nan=False)
except ValueError as e:
    return out, type(e).__name__, json.loads('[NaN, Infinity, -Infinity]'), json.loads('1e400')
