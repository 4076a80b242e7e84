# ends with: RecursionError or limit
import re
def f(m):
    return re.sub('a', f, 'a')
return f(None)
