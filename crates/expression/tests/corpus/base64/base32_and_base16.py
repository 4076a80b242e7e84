import base64
return base64.b32encode(b'hello'), base64.b32decode('NBSWY3DP'), base64.b32encode(b'a'), base64.b32decode('mfra====', casefold=True), base64.b16encode(b'\xde\xad'), base64.b16decode('DEAD'), base64.b16decode('dead', casefold=True), base64.b32decode('ME======')
