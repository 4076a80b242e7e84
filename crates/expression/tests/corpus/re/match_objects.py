import re
m = re.search('b', 'abc')
return m, bool(m), m.pos, m.endpos, m.re.pattern, repr(re.compile('a+')), m.expand(r'[\g<0>]'), isinstance(m, re.Match), isinstance(m.re, re.Pattern)
