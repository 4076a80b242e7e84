# ends with: limit
import re
s = '.' * 100
while True:
    s = re.escape(s)
