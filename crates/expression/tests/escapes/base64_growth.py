# ends with: limit
import base64
b = b'x' * 1000
while True:
    b = base64.b64encode(b)
