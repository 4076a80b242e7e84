from datetime import datetime, timedelta, timezone
def filetime(n):
    return datetime(1601, 1, 1, tzinfo=timezone.utc) + timedelta(microseconds=n // 10)
def generalized(text):
    return datetime.strptime(text, '%Y%m%d%H%M%SZ').replace(tzinfo=timezone.utc)
return filetime(133486272000000000), generalized('20240101120000Z').isoformat(), (generalized('20240102000000Z') - filetime(133486272000000000)).days
