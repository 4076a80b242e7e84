results = []
for value in (float('nan'), float('inf')):
    try:
        results.append(round(value))
    except (ValueError, OverflowError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
