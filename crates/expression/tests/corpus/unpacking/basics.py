a, b = 1, 2
a, b = b, a
(c, d), e = [3, 4], 5
[f, g] = 'xy'
h, = [9]
i = j = k = 0
return a, b, c, d, e, f, g, h, i, j, k
