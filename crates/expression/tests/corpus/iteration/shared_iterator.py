it = iter(range(6))
return list(zip(it, it)), [(x, next(it, None)) for x in iter('ab')], [x for x, _ in zip('abc', [1, 2])]
