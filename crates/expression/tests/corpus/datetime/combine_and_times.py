from datetime import datetime, date, time, timezone
t = time(14, 7, 9)
return t, str(t), t.isoformat(), time(5), time(14, 7, 9, 5), datetime.combine(date(2024, 1, 1), t), datetime.combine(date(2024, 1, 1), time.min, tzinfo=timezone.utc), t.replace(hour=0), time.max, t < time(15), t.strftime('%H-%M'), time(1, 2, tzinfo=timezone.utc), bool(time(0)), time(9) <= t <= time(17)
