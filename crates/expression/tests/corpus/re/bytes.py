import re
return re.findall(rb'\d+', b'a1b22'), re.match(b'a', b'abc').group(), re.sub(b'a', b'x', b'banana')
