# ends with: limit or AttributeError or ValueError
import hashlib
return hashlib.scrypt(b'p', salt=b's', n=2 ** 30, r=8, p=1)
