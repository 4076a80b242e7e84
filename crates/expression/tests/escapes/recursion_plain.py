# ends with: RecursionError or limit
def f():
    return f()
return f()
