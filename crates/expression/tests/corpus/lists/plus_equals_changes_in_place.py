a = [1]
b = a
a += [2]
a += 'xy'
c = a
c = c + [3]
return a, b, c, a is b
