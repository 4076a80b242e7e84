results = []
for value in (1, None, 1.5, len, object):
    try:
        for x in value:
            pass
    except TypeError as e:
        results.append(str(e))
try:
    next([1])
except TypeError as e:
    results.append(str(e))
return results
