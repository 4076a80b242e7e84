results = []
for f in (lambda: 'abc'.startswith(1), lambda: 'abc'.startswith(['a']), lambda: 'abc'.endswith(None), lambda: 'abc'.startswith((1,))):
    try:
        results.append(f())
    except TypeError as e:
        results.append(str(e))
return results
