import hmac, hashlib
h = hmac.new(b'key', digestmod='sha256')
h.update(b'mess')
c = h.copy()
h.update(b'age')
return h.hexdigest() == hmac.new(b'key', b'message', hashlib.sha256).hexdigest(), c.hexdigest() != h.hexdigest(), h.digest_size, h.name
