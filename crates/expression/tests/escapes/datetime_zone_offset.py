# ends with: ValueError or OverflowError
from datetime import timezone, timedelta
return timezone(timedelta(days=400))
