# ends with: limit
b = bytes(10 ** 6)
a = []
while True:
    a.append(b.hex())
