# ends with: limit
import re
def repl(m):
    while True:
        pass
try:
    return re.sub('a', repl, 'a')
except:
    return 'caught'
