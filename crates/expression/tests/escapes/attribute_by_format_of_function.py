# ends with: AttributeError
def f():
    pass
return '{0.__globals__}'.format(f)
