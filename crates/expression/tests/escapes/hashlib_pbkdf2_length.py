# ends with: limit or OverflowError
import hashlib
return hashlib.pbkdf2_hmac('sha512', b'p', b's', 1, 10 ** 12)
