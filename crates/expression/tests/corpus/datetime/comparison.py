from datetime import date, datetime, timedelta, timezone
a, b = date(2024, 1, 1), date(2024, 1, 2)
results = [a < b, a == date(2024, 1, 1), a != b, max(a, b), sorted([b, a]), {a: 1}[date(2024, 1, 1)], datetime(2024, 1, 1) == datetime(2024, 1, 1, tzinfo=timezone.utc), a == 'x', datetime(2024, 1, 1, 12, tzinfo=timezone.utc) == datetime(2024, 1, 1, 13, tzinfo=timezone(timedelta(hours=1)))]
for f in (lambda: datetime(2024, 1, 1) < datetime(2024, 1, 1, tzinfo=timezone.utc), lambda: a < datetime(2024, 1, 1), lambda: datetime(2024, 1, 1) - datetime(2024, 1, 1, tzinfo=timezone.utc)):
    try:
        results.append(f())
    except TypeError as e:
        results.append(str(e))
return results
