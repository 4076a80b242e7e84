import re
m = re.match(r'(\w+)\.(\w+)@([\w.]+)(:\d+)?', 'ada.lovelace@example.com')
return m.group(), m.group(0), m.group(1), m.group(1, 3), m.groups(), m.groups('none'), m[2], m.start(1), m.end(3), m.span(2), m.span(4), m.group(4), m.lastindex, m.string[:3], len(m.groups())
