results = []
for f in (lambda: 1 < 'a', lambda: None < 1, lambda: [] < (), lambda: {} < {}, lambda: (1, 'a') < (1, 2), lambda: sorted([3, None, 1]), lambda: max([1, 'b']), lambda: object() >= 1):
    try:
        results.append(f())
    except TypeError as e:
        results.append(str(e))
return results
