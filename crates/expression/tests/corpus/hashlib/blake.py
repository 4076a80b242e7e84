import hashlib
return hashlib.blake2b(b'x').hexdigest(), hashlib.blake2s(b'x').hexdigest()
