# ends with: limit or error or returned
import re
return re.match('(a*)*b', 'a' * 40)
