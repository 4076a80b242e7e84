results = []
for call in (lambda: int('abc'), lambda: int(''), lambda: int('1.5'), lambda: int('12', 2), lambda: int(None), lambda: int([]), lambda: int(float('nan')), lambda: int(float('inf')), lambda: int('1', 1)):
    try:
        results.append(call())
    except (ValueError, TypeError, OverflowError) as e:
        results.append(type(e).__name__ + ': ' + str(e))
return results
