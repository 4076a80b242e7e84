from urllib.parse import urlsplit, urlunsplit
u = urlsplit('http://[::1]:80/x?y#z')
return u, u.hostname, u.port, urlunsplit(u), urlunsplit(('https', 'h', '/p', 'q=1', '')), urlsplit('HTTP://H/').scheme, urlsplit('h:80').path, u.geturl(), urlsplit('').geturl()
