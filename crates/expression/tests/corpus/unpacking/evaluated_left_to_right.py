items = [0, 1, 2]
i = 0
i, items[i] = 1, 'x'
a = [1, 2, 3]
a[0], a[1] = a[1], a[0]
return i, items, a
