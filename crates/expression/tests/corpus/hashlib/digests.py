import hashlib
return [getattr(hashlib, n)(b'hello').hexdigest() for n in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512')]
