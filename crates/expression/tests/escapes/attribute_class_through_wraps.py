# ends with: AttributeError
from functools import wraps
@wraps(lambda: 0)
def f():
    pass
return f.__wrapped__.__globals__
