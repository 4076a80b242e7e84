import hmac, hashlib
def hotp(key, counter, digits=6):
    mac = hmac.new(key, counter.to_bytes(8, 'big'), hashlib.sha1).digest()
    offset = mac[-1] & 15
    code = int.from_bytes(mac[offset:offset + 4], 'big') & 0x7fffffff
    return str(code % 10 ** digits).zfill(digits)
return [hotp(b'12345678901234567890', n) for n in range(4)]
