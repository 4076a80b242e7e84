results = []
for f in (lambda: {}['a'], lambda: {1: 2}['1'], lambda: {}.pop('a'), lambda: {}.popitem(), lambda: {}[(1, 2)], lambda: {}[None], lambda: {'a': {}}['a']["it's"]):
    try:
        results.append(f())
    except KeyError as e:
        results.append((str(e), e.args))
return results
