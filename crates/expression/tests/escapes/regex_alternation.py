# ends with: limit or error or returned
import re
return re.match('(a|aa)+$', 'a' * 60 + 'b')
