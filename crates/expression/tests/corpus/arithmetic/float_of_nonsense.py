results = []
for text in ('abc', '', '1,5', '1e', '--1', '1__0'):
    try:
        results.append(float(text))
    except ValueError as e:
        results.append(str(e))
return results
