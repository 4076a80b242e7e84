from datetime import datetime, timezone, timedelta
utc = timezone.utc
east = timezone(timedelta(hours=5, minutes=30))
named = timezone(timedelta(hours=-5), 'EST')
d = datetime(2024, 1, 1, 12, tzinfo=utc)
return utc, str(utc), east, str(east), named, d, d.isoformat(), d.astimezone(east), d.astimezone(named).isoformat(), d.astimezone(named).tzname(), d.utcoffset(), datetime(2024, 1, 1).utcoffset(), d.astimezone(east) == d, d.replace(tzinfo=None), d - d.astimezone(east), d.tzname(), utc.utcoffset(None), utc == timezone(timedelta(0)), d.timetz()
