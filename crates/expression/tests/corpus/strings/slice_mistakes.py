results = []
for f in (lambda: 'abc'[5], lambda: 'abc'[-4], lambda: 'abc'['a'], lambda: 'abc'[::0], lambda: 'abc'[1.0], lambda: ''[0], lambda: 'abc'['a':]):
    try:
        results.append(f())
    except (IndexError, TypeError, ValueError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
