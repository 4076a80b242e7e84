cache = {}
calls = []
def lookup(name):
    if name in cache:
        return cache[name]
    calls.append(name)
    return cache.setdefault(name, name.upper())
return [lookup(n) for n in 'aab'], calls
