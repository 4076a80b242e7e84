def crc32(data):
    crc = 0xffffffff
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0xedb88320 & -(crc & 1))
    return crc ^ 0xffffffff
return hex(crc32(b'123456789')), crc32(b'')
