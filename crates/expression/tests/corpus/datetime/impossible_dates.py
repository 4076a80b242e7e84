# python < 3.14
from datetime import date, datetime, time
results = []
for f in (lambda: date(2023, 2, 29), lambda: date(2024, 13, 1), lambda: date(0, 1, 1), lambda: datetime(2024, 1, 1, 24), lambda: time(0, 60), lambda: date('2024', 1, 1), lambda: datetime(2024, 1, 1, 0, 0, 61), lambda: date(10000, 1, 1)):
    try:
        results.append(f())
    except (ValueError, TypeError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
