data = bytearray(b'abc')
data[0] = 120
data.append(33)
data.extend(b'??')
data[1:2] = b'YY'
return data, bytes(data), len(data), data.decode(), data == b'xYYc!??', data.hex()
