results = []
for thing in (ValueError, ValueError('x'), KeyError('k')):
    try:
        raise thing
    except Exception as e:
        results.append(repr(e))
return results
