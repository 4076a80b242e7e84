results = []
for f in (lambda: 'abc'.index('x'), lambda: 'abc'.rindex('x')):
    try:
        results.append(f())
    except ValueError as e:
        results.append(str(e))
return results
