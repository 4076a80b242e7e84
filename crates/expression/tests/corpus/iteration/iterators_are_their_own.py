a = [1, 2]
it = iter(a)
return iter(it) is it, iter(a) is a, next(it), a, list(it), list(it)
