import re
return re.escape('a.b*c'), re.escape('user@example.com'), re.escape('a b-c_d'), re.escape('[x]{1}'), re.search(re.escape('a+b'), 'xa+by').group(), re.escape('é/\\')
