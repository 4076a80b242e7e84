results = []
value = 5
for f in (lambda: value(), lambda: 'text'(), lambda: None(), lambda: [1](0), lambda: {}['x']()):
    try:
        results.append(f())
    except (TypeError, KeyError) as e:
        results.append(str(e))
return results
