results = []
for f in (lambda: b'a' + 'a', lambda: bytes([256]), lambda: bytes('a'), lambda: b'abc'[5], lambda: b','.join(['a']), lambda: bytes.fromhex('zz'), lambda: b'abc'.foo):
    try:
        results.append(f())
    except (TypeError, ValueError, IndexError, AttributeError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
