out = list(zip('ab', [1, 2], strict=True))
try:
    list(zip('abc', [1], strict=True))
except ValueError as e:
    return out, str(e), list(zip()), list(zip('ab')), list(zip(*[(1, 'a'), (2, 'b')]))
