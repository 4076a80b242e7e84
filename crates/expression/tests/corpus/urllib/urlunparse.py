from urllib.parse import urlunparse, urlparse
return urlunparse(('https', 'x.y', '/a', '', 'b=1', 'c')), urlunparse(urlparse('https://x/?a#b')), urlunparse(['', '', 'p', '', '', ''])
