# ends with: ValueError
g = (next(g) for _ in [1])
return next(g)
