import re
return re.split(r'[,;]\s*', 'a, b;c'), re.split(r'(,)', 'a,b'), re.split(r'\s+', ' a b '), re.split(',', 'a,b,c', 1), re.split('x', 'abc'), re.split(r'(-)|(\+)', 'a-b+c'), re.split('', 'ab'), re.split(r'\b', 'one two'), re.split(',', 'a,b,c', maxsplit=1)
