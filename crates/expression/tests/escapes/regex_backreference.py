# ends with: limit or error or returned
import re
return re.match(r'(a*)*\1b', 'a' * 40)
