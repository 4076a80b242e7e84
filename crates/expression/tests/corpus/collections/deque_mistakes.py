from collections import deque
results = []
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[3]):
    try:
        results.append(f())
    except (IndexError, ValueError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
