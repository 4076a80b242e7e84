import hmac
results = []
for f in (lambda: hmac.new(b'k', b'm'), lambda: hmac.new('k', b'm', 'sha256')):
    try:
        results.append(f())
    except TypeError as e:
        results.append(type(e).__name__)
return results
