from datetime import date, datetime, timedelta
d = date(2024, 1, 31)
t = datetime(2024, 2, 28, 23, 30)
return d + timedelta(days=1), d - timedelta(days=31), d - date(2023, 1, 31), (date(2024, 3, 1) - d).days, t + timedelta(hours=1), t - timedelta(weeks=1), t - datetime(2024, 1, 1), timedelta(days=1) + d, d + timedelta(hours=30), t + timedelta(days=-365), (t - datetime(2024, 2, 28)).total_seconds()
