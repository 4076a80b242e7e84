import re
return re.match(r'(\w\d)+', 'a1b2').groups(), re.match(r'(?:(\w)(\d)?)+', 'a1b').groups(), re.match(r'(a|(b))+', 'ba').groups(), re.findall(r'(a)(b)?', 'aab'), re.match('((a)|b)*', 'ab').groups()
