data = b'  Hello, World  '
return [data.strip(), data.lower(), data.upper(), data.split(b','), data.replace(b'l', b'L'), data.find(b'World'), data.startswith(b'  H'), data.endswith(b'x'), data.count(b'l'), b','.join([b'a', b'b']), b'a=b'.partition(b'='), b'abc'.title(), b'1'.isdigit(), b'abc'.isalpha(), b'a'.rjust(3, b'-'), b'xxaxx'.strip(b'x'), b'7'.zfill(3)]
