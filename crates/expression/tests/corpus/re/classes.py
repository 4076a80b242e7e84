import re
return re.findall(r'[a-c]', 'abcd'), re.findall(r'[^a-c\s]', 'ab d e'), re.findall(r'[\w.-]+', 'a.b-c d'), re.findall(r'[]]', 'a]'), re.findall(r'[\d\-]', 'a-1'), re.findall(r'\D', 'a1'), re.findall(r'\W', 'a_-'), re.findall(r'\S+', 'a b'), re.findall('[é-ü]', 'aéô'), re.findall(r'[\x41-\x43]', 'ABD'), re.findall(r'[\u00e9]', 'é'), re.findall('[-a]', 'a-b'), re.findall('[a^]', 'a^')
