# ends with: OverflowError or ValueError
from datetime import timedelta
return timedelta(days=float('inf'))
