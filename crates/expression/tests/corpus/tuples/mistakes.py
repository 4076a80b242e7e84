results = []
for f in (lambda: (1,)[3], lambda: ().index(1), lambda: (1, 2)['a'], lambda: (1,) + 1, lambda: (1, 2).append(3), lambda: tuple(1), lambda: del_item((1,))):
    try:
        results.append(f())
    except (IndexError, ValueError, TypeError, AttributeError, NameError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
