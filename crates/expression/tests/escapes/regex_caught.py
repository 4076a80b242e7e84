# ends with: limit or error or returned
import re
while True:
    try:
        re.match(r'(a+)+\1$', 'a' * 40 + 'b')
    except:
        pass
