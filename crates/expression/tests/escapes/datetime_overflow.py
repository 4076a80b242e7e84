# ends with: OverflowError or ValueError
from datetime import datetime, timedelta
return datetime(9999, 12, 31) + timedelta(days=1)
