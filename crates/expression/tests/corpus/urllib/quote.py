from urllib.parse import quote, quote_plus, unquote, unquote_plus
return quote('a b/c?d=é&x'), quote('a/b', safe=''), quote_plus('a b&c'), unquote('a%20b%C3%A9'), unquote_plus('a+b%2B'), quote('~-_.'), quote(b'\xff'), unquote('%zz%'), quote('日本'), quote('a+b@c', safe='@'), unquote('%ff'), quote_plus('a/b'), quote('')
