table = bytes.maketrans(b'abc', b'xyz')
return b'aabbcc'.translate(table), b'hello'.translate(None, b'l')
