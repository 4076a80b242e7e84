mappings = {'b': lambda p: {'attributes': {'x': 1, 'tags': ['b']}}, 'a': lambda p: {'name': 'first', 'attributes': {'tags': ['a']}}, 'c': lambda p: None, 'd': lambda p: {'name': p['name'].upper()}}
def merge(into, more):
    for k, v in more.items():
        if isinstance(into.get(k), dict) and isinstance(v, dict):
            merge(into[k], v)
        elif isinstance(into.get(k), list) and isinstance(v, list):
            into[k] += [x for x in v if x not in into[k]]
        else:
            into[k] = v
    return into
properties = {}
for name in sorted(mappings):
    result = mappings[name](properties)
    if result is not None:
        merge(properties, result)
return properties
