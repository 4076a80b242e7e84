from datetime import datetime, timezone, timedelta
from zoneinfo import ZoneInfo
zurich = ZoneInfo('Europe/Zurich')
winter = datetime(2024, 1, 15, 12, tzinfo=zurich)
summer = datetime(2024, 7, 15, 12, tzinfo=zurich)
return winter.isoformat(), summer.isoformat(), winter.tzname(), summer.tzname(), summer.utcoffset(), summer.dst(), winter.astimezone(timezone.utc), str(zurich), zurich.key
