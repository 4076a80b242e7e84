# ends with: limit
n = int.from_bytes(b'\xff' * 10 ** 6, 'big')
while True:
    n = n * n
