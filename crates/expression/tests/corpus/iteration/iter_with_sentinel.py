values = iter([1, 2, 3, 0, 4])
return list(iter(lambda: next(values), 0)), next(values)
