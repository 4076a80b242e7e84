from urllib.parse import parse_qs, parse_qsl
return parse_qs('a=1&b=2&a=3'), parse_qsl('a=1&b=x+y&c=%C3%A9'), parse_qs('a=&b'), parse_qs('a=&b', keep_blank_values=True), parse_qsl('a=1;b=2'), parse_qs(''), parse_qsl('a==b&=c'), parse_qs('x=%26%3D')
