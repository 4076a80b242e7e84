import hmac
results = [hmac.compare_digest('a', 'a'), hmac.compare_digest(b'a', b'b'), hmac.compare_digest(b'', b'')]
for a, b in (('é', 'é'), (1, 1)):
    try:
        results.append(hmac.compare_digest(a, b))
    except TypeError as e:
        results.append(str(e))
return results
