from string import Template
results = []
for f in (lambda: Template('$a').substitute(), lambda: Template('$').substitute(), lambda: Template('a $1').substitute(), lambda: Template('$ x').safe_substitute(), lambda: Template('x\n ${').substitute()):
    try:
        results.append(f())
    except (KeyError, ValueError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
