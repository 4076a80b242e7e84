import hmac, hashlib
return hmac.new(b'key', b'message', hashlib.sha256).hexdigest(), hmac.new(b'key', b'message', 'sha1').hexdigest(), hmac.digest(b'key', b'message', 'sha256').hex(), hmac.new(b'k', digestmod=hashlib.md5).hexdigest(), hmac.new(b'k' * 200, b'm', hashlib.sha512).digest()[:5]
