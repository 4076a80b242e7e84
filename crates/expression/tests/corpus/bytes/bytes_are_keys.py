table = {b'a': 1, 'a': 2}
return table[b'a'], table['a'], len(table), hash(b'a') == hash(b'a'), sorted([b'b', b'a'])
