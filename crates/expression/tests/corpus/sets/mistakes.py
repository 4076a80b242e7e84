# python < 3.14
results = []
for f in (lambda: set().pop(), lambda: {1}.remove(2), lambda: {[]}, lambda: {1} | [2], lambda: {1} & (1,), lambda: {1}[0], lambda: set(5), lambda: {'a'}.remove('b'), lambda: frozenset([1]).add(2)):
    try:
        results.append(f())
    except (KeyError, TypeError, AttributeError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
