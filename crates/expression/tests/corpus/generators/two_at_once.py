def g(n):
    for i in range(n):
        yield i
a, b = g(3), g(3)
return next(a), next(b), next(a), list(zip(a, b)), list(zip(g(2), g(5)))
