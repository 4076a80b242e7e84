words = ['apple', 'bob', 'cat', 'apple']
return {w: len(w) for w in words}, sorted({len(w) for w in words}), {k: v for k, v in [('a', 1), ('b', None)] if v is not None}, {i: c for i, c in enumerate('ab')}
