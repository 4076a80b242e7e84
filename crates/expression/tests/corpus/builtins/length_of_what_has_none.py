results = []
for x in (5, None, True, 1.5, (i for i in [])):
    try:
        results.append(len(x))
    except TypeError as e:
        results.append(str(e))
return results
