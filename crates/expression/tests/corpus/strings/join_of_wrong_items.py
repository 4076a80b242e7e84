results = []
for f in (lambda: ','.join([1, 2]), lambda: ','.join(['a', None]), lambda: ','.join(5), lambda: ','.join(['a', b'b'])):
    try:
        results.append(f())
    except TypeError as e:
        results.append(str(e))
return results
