results = []
for f in (lambda: 'a'.split(''), lambda: 'a'.partition(''), lambda: 'a'.split(1), lambda: 'a'.rsplit('')):
    try:
        results.append(f())
    except (ValueError, TypeError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
