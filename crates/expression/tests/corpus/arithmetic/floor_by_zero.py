# python < 3.14
results = []
for f in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1, 0)):
    try:
        results.append(f())
    except ZeroDivisionError as e:
        results.append(str(e))
return results
