a = []
b = a
x = None
return a is b, a is not [], x is None, x is not None, True is not False, (1 == 1) is True, type(None) is type(x), NotImplemented is NotImplemented
