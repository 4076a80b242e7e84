import hmac, hashlib
def verify(secret, body, header):
    kind, _, signature = header.partition('=')
    return kind == 'sha256' and hmac.compare_digest(hmac.new(secret.encode(), body, hashlib.sha256).hexdigest(), signature)
good = 'sha256=' + hmac.new(b'topsecret', b'{"a": 1}', hashlib.sha256).hexdigest()
return verify('topsecret', b'{"a": 1}', good), verify('topsecret', b'{"a": 2}', good), verify('x', b'', 'md5=abc')
