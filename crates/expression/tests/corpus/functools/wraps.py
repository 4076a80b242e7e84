from functools import wraps
def logged(f):
    @wraps(f)
    def inner(*args, **kwargs):
        return ['called', f.__name__, f(*args, **kwargs)]
    return inner
@logged
def greet(name):
    return 'hi ' + name
return greet('ada'), greet.__name__
