# ends with: limit
import hashlib
data = b'x' * 10 ** 6
while True:
    hashlib.sha512(data).digest()
