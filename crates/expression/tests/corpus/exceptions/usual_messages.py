class Thing:
    pass
results = []
for f in (lambda: {'a': 1}['b'], lambda: [1][3], lambda: (1,)[3], lambda: 'a'[3], lambda: None['x'], lambda: None.x, lambda: (5)[0], lambda: 'a' + 1, lambda: 1 + 'a', lambda: len(5), lambda: int('a'), lambda: int([]), lambda: float('x'), lambda: [1] < 1, lambda: Thing().x, lambda: Thing()[0], lambda: Thing() + 1, lambda: 'abc'.index('z'), lambda: [].remove(1), lambda: iter(5), lambda: sum(['a']), lambda: round('a'), lambda: abs('a'), lambda: sorted(5), lambda: 'a' in 5 if False else 0, lambda: undefined_thing, lambda: next(iter([])), lambda: {}.a, lambda: [1, 2].get, lambda: {1}[0], lambda: (lambda: 0)[0], lambda: int('9' * 5 + 'x'), lambda: range(5)[9], lambda: bytes([300]), lambda: chr(-5), lambda: ord('ab'), lambda: 5 .foo):
    try:
        results.append(f())
    except Exception as e:
        results.append(f'{type(e).__name__}: {e}')
return results
