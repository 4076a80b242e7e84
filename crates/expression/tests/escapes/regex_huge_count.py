# ends with: limit or error or OverflowError
import re
return re.compile('a{1000000000}')
