# python >= 3.11
from datetime import UTC, datetime
import datetime as dt
return datetime(2024, 1, 1, tzinfo=UTC), dt.UTC == dt.timezone.utc
