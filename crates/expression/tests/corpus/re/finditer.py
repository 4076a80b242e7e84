import re
return [(m.group(), m.start(), m.end()) for m in re.finditer(r'[A-Z]', 'aBcDe')], [m.span() for m in re.finditer('', 'ab')], [m.groupdict() for m in re.finditer(r'(?P<k>\w)=(?P<v>\d)', 'a=1,b=2')]
