def queens(n, placed=()):
    if len(placed) == n:
        yield placed
    for column in range(n):
        if all(column != c and abs(column - c) != len(placed) - r for r, c in enumerate(placed)):
            yield from queens(n, placed + (column,))
return next(queens(6)), len(list(queens(6)))
