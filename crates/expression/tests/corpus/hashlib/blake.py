import hashlib
return hashlib.blake2b(b'x').hexdigest(), hashlib.blake2s(b'x').hexdigest(), hashlib.blake2b(b'x', digest_size=8).hexdigest()
