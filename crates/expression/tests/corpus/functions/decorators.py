def loud(f):
    def inner(*args, **kwargs):
        return f(*args, **kwargs).upper()
    return inner
def times(n):
    def decorate(f):
        return lambda *args: ' '.join([f(*args)] * n)
    return decorate
@loud
@times(2)
def greet(name):
    return 'hi ' + name
return greet('ada')
