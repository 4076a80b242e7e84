results = []
for f in (lambda: sorted([1], lambda x: x), lambda: sorted([2, 1], reverse=1), lambda: int('5', base=10), lambda: len(), lambda: len(1, 2), lambda: print(1, foo=2), lambda: enumerate(), lambda: isinstance(1), lambda: list(1, 2), lambda: abs(), lambda: int(x='5')):
    try:
        results.append(f())
    except TypeError as e:
        results.append(type(e).__name__)
return results
