# ends with: KeyError or ValueError or ZoneInfoNotFoundError
from zoneinfo import ZoneInfo
return ZoneInfo('../../../../etc/passwd')
