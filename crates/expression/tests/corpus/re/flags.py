import re
return re.findall('a', 'aA', re.I), re.findall('^.', 'a\nb', re.M), bool(re.match('a.b', 'a\nb')), bool(re.match('a.b', 'a\nb', re.S)), re.search(r'''
    (\d+)   # a number
    \s*
    (\w+)
''', 'x 12 kg', re.VERBOSE).groups(), re.findall('(?i)abc', 'ABC abc'), re.findall('^A.', 'ab\nAc', re.I | re.M), re.findall('(?i:a)b', 'Ab AB'), re.sub('A', 'x', 'aA', flags=re.IGNORECASE), re.findall(r'\w+', 'é a', re.ASCII), re.findall('(?s).+', 'a\nb'), re.findall('É', 'é', re.I)
