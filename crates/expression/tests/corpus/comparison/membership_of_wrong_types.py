# python < 3.14
results = []
for f in (lambda: 1 in 'abc', lambda: 1 in 5, lambda: [] in {}, lambda: [1] in {1, 2}, lambda: None in None):
    try:
        results.append(f())
    except TypeError as e:
        results.append(str(e))
return results
