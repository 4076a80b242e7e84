x = [1, 2]
y = [x for x in x]
return y, x
