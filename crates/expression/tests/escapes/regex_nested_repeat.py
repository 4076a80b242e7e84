# ends with: limit or error or returned
import re
return re.match('(a+)+$', 'a' * 40 + 'b')
