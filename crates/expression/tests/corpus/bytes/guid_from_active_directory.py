raw = bytes([0x78, 0x56, 0x34, 0x12, 0x34, 0x12, 0x78, 0x56, 1, 2, 3, 4, 5, 6, 7, 8])
parts = [raw[3::-1], raw[5:3:-1], raw[7:5:-1], raw[8:10], raw[10:]]
return '-'.join(p.hex() for p in parts)
