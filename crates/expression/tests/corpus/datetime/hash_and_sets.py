from datetime import date, datetime, timedelta, timezone
return len({date(2024, 1, 1), date(2024, 1, 1)}), len({datetime(2024, 1, 1, 12, tzinfo=timezone.utc), datetime(2024, 1, 1, 13, tzinfo=timezone(timedelta(hours=1)))}), {timedelta(days=1): 'x'}[timedelta(hours=24)], len({date(2024, 1, 1), datetime(2024, 1, 1)})
