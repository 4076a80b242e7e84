# ends with: RecursionError or limit
def f(x):
    return sorted([1, 2], key=f)
return f(1)
