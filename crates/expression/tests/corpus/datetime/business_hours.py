from datetime import datetime, timedelta
def open_at(d):
    return d.weekday() < 5 and 8 <= d.hour < 18
start = datetime(2024, 3, 1, 7)
return [(d.strftime('%a %H'), open_at(d)) for d in (start + timedelta(hours=h) for h in (0, 1, 11, 30, 73))]
