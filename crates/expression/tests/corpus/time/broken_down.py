import time
t = time.gmtime(0)
return t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, tuple(t), t[0], time.strftime('%Y-%m-%d %H:%M:%S', time.gmtime(1704067200)), time.gmtime(1704067200).tm_wday, time.gmtime(1e9).tm_yday
