import base64
results = []
for f in (lambda: base64.b64decode('aGVs bG8='), lambda: base64.b64decode('aGVsbG8'), lambda: base64.b64decode('a'), lambda: base64.b64decode('!!!!'), lambda: base64.b64decode('aGVs!', validate=True), lambda: base64.b64encode('text'), lambda: base64.b32decode('nbsw'), lambda: base64.b64decode('é'), lambda: base64.b16decode('zz'), lambda: base64.b64decode('aGVsbG8=aGk=')):
    try:
        results.append(f())
    except (ValueError, TypeError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
