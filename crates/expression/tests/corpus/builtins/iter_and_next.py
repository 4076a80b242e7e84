it = iter([1, 2])
return next(it), next(it), next(it, 'done'), next(iter({'k': 1})), next((x for x in [1, 2, 3] if x > 1), None), next((x for x in [] if x), None)
