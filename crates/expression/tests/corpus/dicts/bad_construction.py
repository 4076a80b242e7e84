results = []
for f in (lambda: dict(1), lambda: dict([1]), lambda: dict(['abc']), lambda: dict([(1, 2, 3)]), lambda: {**[1]}, lambda: dict({}, {}), lambda: {}.update(5)):
    try:
        results.append(f())
    except (TypeError, ValueError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
