results = []
for f in (lambda: float(10 ** 400), lambda: 10 ** 400 * 1.0, lambda: 10 ** 400 / 3, lambda: 10.0 ** 400, lambda: 1e200 ** 2):
    try:
        results.append(f())
    except OverflowError as e:
        results.append(str(e))
return results
