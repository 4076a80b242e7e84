results = []
for f in (lambda: isinstance(1, 'int'), lambda: issubclass(1, int), lambda: isinstance(1, [int])):
    try:
        results.append(f())
    except TypeError as e:
        results.append(str(e))
return results
