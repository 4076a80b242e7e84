import re
return re.match('a|ab', 'ab').group(), re.findall('cat|dog', 'cat dog bird'), re.match('(a|b)*', 'abba').group(1), re.findall('(?:foo|bar)(\\d)', 'foo1 bar2'), re.match('|a', 'a').group(), re.findall('a||b', 'ab')
