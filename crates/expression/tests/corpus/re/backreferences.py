import re
return re.findall(r'(\w)\1', 'hello foo'), bool(re.match(r'(?P<q>["\']).*(?P=q)$', '"abc"')), bool(re.match(r'(?P<q>["\']).*(?P=q)$', '"abc\'')), re.sub(r'(\b\w+) \1', r'\1', 'the the cat'), re.match(r'(a)?b(?(1)c|d)', 'abc').group(), re.match(r'(a)?b(?(1)c|d)$', 'bd').group()
