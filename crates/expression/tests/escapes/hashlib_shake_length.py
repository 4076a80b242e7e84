# ends with: limit or OverflowError
import hashlib
return hashlib.shake_128(b'x').digest(10 ** 11)
