results = []
def pop_empty():
    [].pop()
for f in (lambda: [1][1], lambda: [][0], pop_empty, lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1]['a'], lambda: [1, 2].index(1, 1), lambda: list(5), lambda: [].nothing, lambda: [1].insert('a', 1)):
    try:
        results.append(f())
    except (IndexError, ValueError, TypeError, AttributeError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
