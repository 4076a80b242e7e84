a = None
b = True
return a is None, b is True, a is not b, (1 == True), (0 == False), None == False
