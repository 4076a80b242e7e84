# python >= 3.11
import re
return re.match(r'a++b', 'aaab').group(), re.match(r'a++a', 'aaa'), re.match(r'(?>a|ab)c', 'abc'), re.match('a?+a', 'a')
