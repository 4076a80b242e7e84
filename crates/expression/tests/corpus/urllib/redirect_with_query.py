from urllib.parse import urlparse, parse_qs, urlencode, urlunparse
def add(url, **more):
    parts = urlparse(url)
    query = {k: v[0] for k, v in parse_qs(parts.query).items()}
    query.update(more)
    return urlunparse(parts._replace(query=urlencode(query)))
return add('https://app.example.com/cb?state=abc', code='x y'), add('https://a/', next='/b?c=d')
