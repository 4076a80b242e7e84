results = []
for f in (lambda: range(1, 2, 0), lambda: range('a'), lambda: range(1.5), lambda: range(3)[5], lambda: range(), lambda: range(3).index(7)):
    try:
        results.append(f())
    except (TypeError, ValueError, IndexError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
