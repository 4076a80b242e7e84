# python < 3.14
results = []
for values in ([1, 2, 3], 'abc', (x for x in range(9))):
    try:
        a, b = values
    except ValueError as e:
        results.append(str(e))
return results
