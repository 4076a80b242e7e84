import copy
a = [1]
b = [a, a]
c = copy.deepcopy(b)
c[0].append(2)
loop = []
loop.append(loop)
d = copy.deepcopy(loop)
return b, c, c[0] is c[1], d[0] is d, d is loop
