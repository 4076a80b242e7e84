# ends with: OverflowError
from datetime import timedelta
return timedelta(days=1) * 10 ** 30
