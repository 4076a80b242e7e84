from urllib.parse import urljoin
return [urljoin(a, b) for a, b in (('https://x.y/a/b', 'c'), ('https://x.y/a/b/', 'c'), ('https://x.y/a/b', '/c'), ('https://x.y/a/b', '../c'), ('https://x.y/a', '//z/q'), ('https://x.y/a', 'http://other/'), ('https://x.y/a?b=1', '?c=2'), ('https://x.y', 'a'), ('https://x.y/a', ''), ('', 'b'), ('https://x.y/a/b/c', './d'), ('https://x.y/a', '#f'))]
