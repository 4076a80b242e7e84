# ends with: limit
import hashlib
return hashlib.pbkdf2_hmac('sha512', b'p', b's', 10 ** 9)
