from datetime import datetime
d = datetime(2024, 3, 5, 14, 7, 9, 123456)
return d, str(d), d.isoformat(), d.isoformat(' '), d.isoformat(timespec='seconds'), d.isoformat(sep='_', timespec='milliseconds'), d.date(), d.time(), d.hour, d.minute, d.second, d.microsecond, d.tzinfo, d.replace(hour=0, microsecond=0), d.weekday(), datetime(2024, 1, 1), str(datetime(2024, 1, 1)), datetime(2024, 1, 1, 5, fold=1).fold
