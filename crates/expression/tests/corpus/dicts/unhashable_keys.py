# python < 3.14
results = []
for f in (lambda: {[]: 1}, lambda: {{}: 1}, lambda: {(1, []): 1}, lambda: {}.get([]), lambda: {set()}, lambda: hash([]), lambda: {1: 2}[{}]):
    try:
        results.append(f())
    except TypeError as e:
        results.append(str(e))
return results
