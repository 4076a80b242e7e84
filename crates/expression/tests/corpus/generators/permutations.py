def permutations(items):
    if len(items) < 2:
        yield tuple(items)
        return
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (item,) + rest
return [''.join(p) for p in permutations(list('abc'))]
