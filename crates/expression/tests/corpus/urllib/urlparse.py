from urllib.parse import urlparse
u = urlparse('https://ada:pw@Example.com:8443/a/b;p?q=1&r=2#frag')
v = urlparse('/path?x')
return u, u.scheme, u.netloc, u.hostname, u.port, u.username, u.password, u.path, u.params, u.query, u.fragment, u.geturl(), v.scheme, v.netloc, v.hostname, v.port, u._replace(path='/new', query='').geturl(), u[1], tuple(v), urlparse('mailto:a@b').path, urlparse('//host/x').netloc
