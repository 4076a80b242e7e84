def merge(a, b):
    out = dict(a)
    for key, value in b.items():
        if isinstance(value, dict) and isinstance(out.get(key), dict):
            out[key] = merge(out[key], value)
        elif isinstance(value, list) and isinstance(out.get(key), list):
            out[key] = out[key] + [v for v in value if v not in out[key]]
        else:
            out[key] = value
    return out
return merge({'a': 1, 'b': {'c': [1, 2], 'd': 2}}, {'b': {'c': [2, 3], 'e': 3}, 'f': None})
