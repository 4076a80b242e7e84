results = []
for f in (lambda: 1 / 0, lambda: 1.0 / 0, lambda: 0 ** -1):
    try:
        results.append(f())
    except ZeroDivisionError as e:
        results.append(str(e))
return results
