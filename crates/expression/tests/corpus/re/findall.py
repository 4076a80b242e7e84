import re
return re.findall(r'\d+', 'a1b22c333'), re.findall(r'(\w)=(\d)', 'a=1, b=2'), re.findall(r'a(b)?', 'ab a'), re.findall('', 'ab'), re.findall('x', 'abc'), re.findall(r'(?:a|b)+', 'aab cab'), re.findall(r'\b\w', 'one two')
