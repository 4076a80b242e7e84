from urllib.parse import urlencode, quote
return urlencode({'a': 1, 'b': 'x y', 'c': 'é&='}), urlencode([('a', 1), ('a', 2)]), urlencode({'a': [1, 2]}, doseq=True), urlencode({'a': [1, 2]}), urlencode({}), urlencode({'a b': None}), urlencode({'next': 'https://x/?a=b'}), urlencode({'a': 'x y'}, quote_via=quote), urlencode({'t': True})
