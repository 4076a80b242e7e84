import re
return re.search(r'<.*>', '<a><b>').group(), re.search(r'<.*?>', '<a><b>').group(), re.findall(r'a+?', 'aaa'), re.findall(r'a{2,3}', 'aaaaa'), re.findall(r'a{2,3}?', 'aaaaa'), re.search(r'a{2}', 'aaa').group(), re.search('ab??', 'ab').group(), re.findall('a{,2}', 'aaa'), re.search('x{', 'x{').group(), re.search(r'(a+?)(a*)', 'aaa').groups()
