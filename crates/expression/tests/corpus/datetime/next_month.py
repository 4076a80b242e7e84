from datetime import date, timedelta
def next_month(d):
    first = d.replace(day=28) + timedelta(days=4)
    last = first - timedelta(days=first.day)
    return last + timedelta(days=1), last.day
return [next_month(d) for d in (date(2024, 1, 31), date(2024, 2, 10), date(2023, 12, 1))]
