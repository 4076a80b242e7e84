a = list(range(10))
del a[2:4]
del a[0]
del a[-1]
b = list(range(10))
del b[::3]
c = [1, 2, 3]
del c[:]
return a, b, c
