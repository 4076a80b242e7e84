import re
tokens = re.compile(r'\s*(?:(?P<number>\d+)|(?P<name>[a-z]+)|(?P<op>[-+*/()]))')
return [(m.lastgroup, m.group(m.lastgroup)) for m in tokens.finditer('x + 12*(y - 3)')]
