# ends with: limit or returned
import re
s = 'a' * 10 ** 6
return len(re.findall('a', s))
