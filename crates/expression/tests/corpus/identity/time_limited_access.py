from datetime import datetime, timezone
class User:
    attributes = {'valid_until': '2024-06-30T23:59:59Z', 'valid_from': '2024-01-01'}
def valid(at):
    until = datetime.fromisoformat(User.attributes['valid_until'].replace('Z', '+00:00'))
    start = datetime.strptime(User.attributes['valid_from'], '%Y-%m-%d').replace(tzinfo=timezone.utc)
    return start <= at <= until
return valid(datetime(2024, 3, 1, tzinfo=timezone.utc)), valid(datetime(2024, 7, 1, tzinfo=timezone.utc)), valid(datetime(2024, 7, 1, 1, 59, 59, tzinfo=timezone.utc))
