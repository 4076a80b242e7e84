a = [1]
b = a
c = [1]
return [a is b, a is c, a == c, None is None, True is True, () is (), a is not c, type(a) is list, type(1) is type(2)]
