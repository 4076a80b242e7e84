import hashlib
h = hashlib.sha256()
h.update(b'hel')
c = h.copy()
h.update(b'lo')
return h.hexdigest() == hashlib.sha256(b'hello').hexdigest(), h.digest()[:4], c.hexdigest() == hashlib.sha256(b'hel').hexdigest(), h.digest_size, h.block_size, h.name, len(h.digest())
