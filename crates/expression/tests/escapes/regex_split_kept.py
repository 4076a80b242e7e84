# ends with: limit
import re
a = []
while True:
    a.append(re.split('', 'x' * 100000))
