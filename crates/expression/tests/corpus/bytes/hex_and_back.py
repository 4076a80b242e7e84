return b'\xde\xad\xbe\xef'.hex(), bytes.fromhex('dead beef'), b'\x01\x02\x03'.hex(':'), b'abc'.hex('-', 2), b''.hex()
