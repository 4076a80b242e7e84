# ends with: AttributeError
def f():
    pass
return f.__globals__
