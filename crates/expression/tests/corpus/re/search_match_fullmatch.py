import re
return [bool(re.search(r'\d+', 'abc123')), bool(re.match(r'\d+', 'abc123')), bool(re.match(r'abc', 'abc123')), bool(re.fullmatch(r'abc', 'abc123')), re.fullmatch(r'\w+', 'abc').group(), re.search('x', 'abc'), re.search('b', 'abc').span(), re.match('', 'abc').group()]
