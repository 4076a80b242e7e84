results = []
for f in (lambda: '%s %s' % 'a', lambda: '%s' % (1, 2), lambda: '%d' % 'a', lambda: '%(a)s' % {}, lambda: '%y' % 1, lambda: '%' % 1, lambda: 'abc' % 1, lambda: '%(a)s' % 1, lambda: '%c' % 'ab', lambda: '%x' % 1.5, lambda: '%s %d' % ('a', None)):
    try:
        results.append(f())
    except (TypeError, ValueError, KeyError, OverflowError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
