def f():
    """Text."""
return f.__name__, len.__name__, int.__name__, 'a'.upper.__name__
