import re
return re.findall(r'\w+', 'größe 日本 1٢'), re.findall(r'\d', '1٢'), re.search('日', 'ab日').start(), re.sub('[^\x00-\x7f]', '?', 'aé😀'), re.findall('.', 'é😀'), re.split('é', 'aébéc')
