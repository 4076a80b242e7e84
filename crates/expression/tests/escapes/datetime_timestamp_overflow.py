# ends with: ValueError or OverflowError
from datetime import datetime, timezone
return datetime.fromtimestamp(1e300, timezone.utc)
