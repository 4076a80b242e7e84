import datetime
d = datetime.datetime(2024, 3, 5, 14, 7, 9)
return [f'{d:%Y-%m-%d}', f'{d:%d.%m.%y %H:%M}', '{:%B %d}'.format(d), f'{d}', f'{d!r}', f'{d.date():%j}']
