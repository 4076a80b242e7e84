# ends with: error or RecursionError or limit
import re
return re.compile('(' * 10000 + ')' * 10000)
