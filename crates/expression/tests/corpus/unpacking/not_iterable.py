results = []
for value in (1, None, 1.5):
    try:
        a, b = value
    except TypeError as e:
        results.append(str(e))
return results
