def f():
    list = [1]
    return list
def g(id, type=str):
    return type(id)
return f(), g(5), list('ab')
