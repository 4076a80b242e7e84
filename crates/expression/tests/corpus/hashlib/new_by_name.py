import hashlib
return hashlib.new('sha256', b'x').hexdigest() == hashlib.sha256(b'x').hexdigest(), hashlib.new('md5').hexdigest(), 'sha256' in hashlib.algorithms_available
