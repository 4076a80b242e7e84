# ends with: limit
import re
n = 0
while True:
    n += 1
    re.compile(f'(a{n}|b)+[c-z]{{1,20}}')
