settings = {'a': {'b': {'c': 5}}}
def dig(d, path, default=None):
    for part in path.split('.'):
        if not isinstance(d, dict) or part not in d:
            return default
        d = d[part]
    return d
return dig(settings, 'a.b.c'), dig(settings, 'a.x.c', 'none'), dig(settings, 'a.b.c.d'), dig(settings, 'a.b')
