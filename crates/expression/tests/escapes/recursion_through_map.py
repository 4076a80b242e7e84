# ends with: RecursionError or limit
def f(x):
    return list(map(f, [x]))
return f(1)
