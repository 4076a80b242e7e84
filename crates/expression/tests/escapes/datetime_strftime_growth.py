# ends with: limit
from datetime import date
return date(2024, 1, 1).strftime('%Y' * 10 ** 7)
