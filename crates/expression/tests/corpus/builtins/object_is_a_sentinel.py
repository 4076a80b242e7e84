missing = object()
d = {'a': None}
return d.get('a', missing) is missing, d.get('b', missing) is missing, missing == missing, missing == object(), isinstance(missing, object)
