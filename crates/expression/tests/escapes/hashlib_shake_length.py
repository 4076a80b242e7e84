# ends with: limit or OverflowError or AttributeError
import hashlib
return hashlib.shake_128(b'x').digest(10 ** 11)
