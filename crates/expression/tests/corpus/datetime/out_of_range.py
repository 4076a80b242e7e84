# python < 3.14
from datetime import datetime, date, timedelta
results = []
for f in (lambda: date.max + timedelta(days=1), lambda: date.min - timedelta(days=1), lambda: timedelta(days=10 ** 9), lambda: datetime.max + timedelta(seconds=1), lambda: timedelta(days=999999999) * 2):
    try:
        results.append(f())
    except OverflowError as e:
        results.append(str(e).split(';')[0])
return results
