import re
return re.match(r'\x41\101\t', 'AA\t').group(), re.match('\\u0041', 'A').group(), re.findall(r'\.', 'a.b'), re.findall(r'[\b]', '\b'), re.match(r'\0', '\0') is not None, re.findall(r'\n', 'a\nb'), re.sub('a', r'\t', 'a'), re.match(r'\/\-\@', '/-@').group()
