results = []
for f in (lambda: '{}'.format(), lambda: '{1}'.format(0), lambda: '{name}'.format(), lambda: '{'.format(1), lambda: '}'.format(1), lambda: '{0} {}'.format(1), lambda: '{a.b}'.format(a=1), lambda: '{a[b]}'.format(a={}), lambda: '{!x}'.format(1)):
    try:
        results.append(f())
    except (IndexError, KeyError, ValueError, AttributeError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
