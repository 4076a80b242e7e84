return [b'abc', b'\x00\xff', b'it\'s', b"a\"b'c", rb'\d', b'\n\t\r\\', bytes(3), bytes([65, 66]), b'']
