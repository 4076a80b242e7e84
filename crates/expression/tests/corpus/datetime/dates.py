from datetime import date
d = date(2024, 2, 29)
return d, str(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.isoformat(), d.toordinal(), d.isocalendar(), tuple(d.isocalendar()), d.isocalendar().week, date.fromordinal(738000), d.replace(year=2020, day=1), d.timetuple().tm_yday, date.fromisoformat('2024-12-31'), date.min, date.max, d.ctime()
