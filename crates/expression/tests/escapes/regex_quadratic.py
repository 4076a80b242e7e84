# ends with: limit or returned
import re
return re.search('a*b', 'a' * 200000)
