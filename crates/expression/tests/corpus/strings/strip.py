return ['  a b '.strip(), '  a '.lstrip(), ' a  '.rstrip(), 'xxaxx'.strip('x'), 'abcba'.strip('ab'), '\t\n a\r\n'.strip(), 'www.example.com'.lstrip('w.'), 'a'.strip('a'), '\u2003x\xa0'.strip()]
