import re
return re.findall(r'^a', 'aba'), re.findall(r'a$', 'aba\n'), re.findall(r'a\Z', 'a\n'), re.findall(r'\Aa', 'aa'), re.findall(r'\bcat\b', 'cat concat cat'), re.findall(r'\Bcat', 'concat cat'), re.findall('(?m)b$', 'b\nb'), re.search('$', 'ab\n').start()
