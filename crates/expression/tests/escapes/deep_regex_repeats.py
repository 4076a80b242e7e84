# ends with: error or RecursionError or limit or returned
import re
return re.match('(?:' * 2000 + 'a' + ')*' * 2000, 'a') is not None
