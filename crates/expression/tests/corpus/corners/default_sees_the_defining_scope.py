x = 1
def f(a=x, b=[x], c=lambda: x):
    return a, b, c()
x = 2
return f()
