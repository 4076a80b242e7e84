from datetime import datetime, timezone, timedelta
from zoneinfo import ZoneInfo
d = datetime(2024, 3, 10, 6, 30, tzinfo=timezone.utc)
ny = d.astimezone(ZoneInfo('America/New_York'))
return ny.isoformat(), (ny + timedelta(hours=2)).isoformat(), (d + timedelta(hours=2)).astimezone(ZoneInfo('America/New_York')).isoformat(), ny.strftime('%Z %z'), d.astimezone(ZoneInfo('Asia/Kolkata')).strftime('%H:%M'), ny == d
