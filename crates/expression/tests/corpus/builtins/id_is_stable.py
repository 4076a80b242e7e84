a = []
b = a
return id(a) == id(b), id(a) == id([]) and a is None
