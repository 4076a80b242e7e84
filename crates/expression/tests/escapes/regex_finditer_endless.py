# ends with: limit
import re
p = re.compile('a')
while True:
    for m in p.finditer('a' * 1000):
        pass
