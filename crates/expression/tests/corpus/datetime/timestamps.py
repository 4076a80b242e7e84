from datetime import datetime, timezone, timedelta
d = datetime(2024, 1, 1, tzinfo=timezone.utc)
return d.timestamp(), int(d.timestamp()), datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(1704067200.5, tz=timezone.utc), datetime(1969, 12, 31, tzinfo=timezone.utc).timestamp(), datetime.fromtimestamp(-1.5, timezone.utc), datetime(2024, 1, 1, 2, tzinfo=timezone(timedelta(hours=2))).timestamp(), datetime.fromtimestamp(1e9, timezone.utc).isoformat()
