results = []
for thing in ('text', 5, None, object, int):
    try:
        raise thing
    except TypeError as e:
        results.append(str(e))
return results
