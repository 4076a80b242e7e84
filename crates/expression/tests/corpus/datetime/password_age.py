import datetime
changed = datetime.datetime.fromisoformat('2024-01-15T08:00:00+00:00')
now = datetime.datetime(2024, 4, 20, 9, 30, tzinfo=datetime.timezone.utc)
age = now - changed
return age.days, age > datetime.timedelta(days=90), f'{age.days // 7} weeks', str(age), now.date() > changed.date()
