a = 'ab'
b = ''.join(['a', 'b'])
return a == b, hash(a) == hash(b), {a: 1}[b], a is not None, a != b, 'a' < 'b' <= 'b'
