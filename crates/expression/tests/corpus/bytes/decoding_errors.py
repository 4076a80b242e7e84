results = []
for f in (lambda: b'\xff'.decode(), lambda: b'ab\xc3'.decode('utf-8'), lambda: 'é'.encode('ascii'), lambda: 'ab€'.encode('latin-1'), lambda: b'\x80'.decode('ascii'), lambda: 'a'.encode('no-such')):
    try:
        results.append(f())
    except (UnicodeError, LookupError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
