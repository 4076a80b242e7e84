import hashlib
def uid(name, low=10000, high=60000):
    return low + int(hashlib.sha1(name.encode()).hexdigest(), 16) % (high - low)
return uid('ada'), uid('bob'), int.from_bytes(hashlib.md5(b'x').digest()[:4], 'big')
