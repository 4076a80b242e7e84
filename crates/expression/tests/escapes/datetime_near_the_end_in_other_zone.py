# ends with: OverflowError or ValueError
from datetime import datetime, timezone, timedelta
return datetime(9999, 12, 31, 23, tzinfo=timezone.utc).astimezone(timezone(timedelta(hours=5)))
