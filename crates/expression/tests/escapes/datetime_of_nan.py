# ends with: ValueError
from datetime import datetime, timezone
return datetime.fromtimestamp(float('nan'), timezone.utc)
