results = []
for f in (lambda: ord('ab'), lambda: ord(''), lambda: chr(-1), lambda: chr(0x110000), lambda: ord(5), lambda: chr('a')):
    try:
        results.append(f())
    except (TypeError, ValueError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
