import re
dn = 'CN=Ada Lovelace,OU=Users,OU=Zurich,DC=example,DC=com'
return re.search(r'CN=([^,]+)', dn).group(1), re.findall(r'OU=([^,]+)', dn), '.'.join(re.findall(r'DC=([^,]+)', dn)), dict(reversed([p.split('=') for p in re.split(r'(?<!\\),', dn)]))
