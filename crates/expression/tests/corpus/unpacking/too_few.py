results = []
for values in ([1], [], (1, 2), 'a'):
    try:
        a, b, c = values
    except ValueError as e:
        results.append(str(e))
try:
    a, *b, c = [1]
except ValueError as e:
    results.append(str(e))
return results
