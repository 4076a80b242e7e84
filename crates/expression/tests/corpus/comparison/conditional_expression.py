def kind(n):
    return 'zero' if n == 0 else 'negative' if n < 0 else 'positive'
return [kind(n) for n in (0, -1, 1)], (1 if [] else 2), [x if x else None for x in (0, 1)]
