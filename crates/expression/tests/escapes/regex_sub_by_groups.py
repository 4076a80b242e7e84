# ends with: limit
import re
return re.sub('(a+)', r'\1' * 100000, 'a' * 100000)
