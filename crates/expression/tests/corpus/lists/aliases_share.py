a = [[0] * 2] * 3
a[0][0] = 1
b = [[0] * 2 for _ in range(3)]
b[0][0] = 1
c = d = []
c.append(1)
return a, b, d
