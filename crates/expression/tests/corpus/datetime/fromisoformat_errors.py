from datetime import datetime, date
results = []
for f in (lambda: datetime.fromisoformat('nonsense'), lambda: date.fromisoformat('2024-3-5'), lambda: datetime.fromisoformat(''), lambda: datetime.fromisoformat('2024-03-05T'), lambda: datetime.fromisoformat(5), lambda: date.fromisoformat('2024-02-30')):
    try:
        results.append(f())
    except (ValueError, TypeError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
