from datetime import date, datetime, timedelta, timezone, tzinfo
d = datetime(2024, 1, 1)
return isinstance(d, date), isinstance(d, datetime), isinstance(date(2024, 1, 1), datetime), type(d).__name__, isinstance(timezone.utc, tzinfo), issubclass(datetime, date), type(d - d).__name__, type(d.date()).__name__
