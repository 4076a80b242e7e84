return b'a' + b'b', b'ab' * 3, 2 * b'-', b'a' == b'a', b'a' < b'b', b'b' in b'abc', 98 in b'abc', b'a' == 'a'
