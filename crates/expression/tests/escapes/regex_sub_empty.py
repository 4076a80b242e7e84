# ends with: limit
import re
s = 'x' * 1000000
while True:
    s = re.sub('', '--', s)
