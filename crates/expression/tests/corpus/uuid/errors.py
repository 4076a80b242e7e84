import uuid
results = []
for f in (lambda: uuid.UUID('nonsense'), lambda: uuid.UUID(''), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(bytes=b'x'), lambda: uuid.UUID('z' * 32)):
    try:
        results.append(f())
    except (ValueError, TypeError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
