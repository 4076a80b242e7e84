from datetime import timedelta
t = timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5, microseconds=6)
return t, str(t), t.days, t.seconds, t.microseconds, t.total_seconds(), timedelta(), str(timedelta()), timedelta(weeks=2), str(timedelta(days=2)), str(timedelta(seconds=-1)), timedelta(seconds=-1), timedelta(hours=25), timedelta(days=1.5), str(timedelta(microseconds=1)), timedelta(minutes=90) == timedelta(hours=1.5), bool(timedelta()), timedelta(seconds=1.0000005)
