# python < 3.14
results = []
for f in (lambda: min([]), lambda: max(()), lambda: max(1), lambda: max(1, 'a'), lambda: min(1, 2, default=3), lambda: max()):
    try:
        results.append(f())
    except (ValueError, TypeError) as e:
        results.append(type(e).__name__)
return results
