results = []
for f in (lambda: 1 + 'a', lambda: 'a' + 1, lambda: [1] + (2,), lambda: None + 1, lambda: {} - 1, lambda: 'a' * 'b', lambda: 'a' - 'b', lambda: -'a', lambda: ~1.5, lambda: 1.5 << 2, lambda: {1} + {2}, lambda: (1,) + [2], lambda: b'a' + 'a', lambda: [1] * 1.5):
    try:
        results.append(f())
    except TypeError as e:
        results.append(str(e))
return results
