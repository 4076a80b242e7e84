import re
m = re.search(r'(?P<local>[^@]+)@(?P<domain>.+)', 'ada@example.com')
return m.group('local'), m['domain'], m.groupdict(), m.start('domain'), m.lastgroup, re.match(r'(?P<a>x)|(?P<b>y)', 'y').groupdict(), re.match(r'(?P<a>x)|(?P<b>y)', 'y').groupdict('-')
