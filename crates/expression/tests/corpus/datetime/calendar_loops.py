from datetime import date, timedelta
d = date(2024, 2, 27)
out = []
while d.month < 4 and len(out) < 5:
    out.append(d.strftime('%m/%d'))
    d += timedelta(days=1)
return out, d
