# ends with: KeyError or ValueError
from zoneinfo import ZoneInfo
return ZoneInfo('../../../../etc/passwd')
