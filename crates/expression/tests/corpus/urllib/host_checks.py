from urllib.parse import urlparse
def allowed(url):
    u = urlparse(url)
    return u.scheme == 'https' and (u.hostname or '').endswith(('.example.com', '.example.org')) and '@' not in u.netloc
return [allowed(u) for u in ('https://a.example.com/x', 'http://a.example.com', 'https://example.com.evil.net', 'https://x@a.example.org', 'nonsense', '')]
