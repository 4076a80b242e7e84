import time
t = time.strptime('2024-03-05', '%Y-%m-%d')
return t.tm_year, t.tm_mon, t.tm_mday, t.tm_yday, time.strftime('%d.%m.%Y', t)
