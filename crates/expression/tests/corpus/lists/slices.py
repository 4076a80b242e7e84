a = list(range(10))
return [a[2:5], a[:3], a[-3:], a[::2], a[::-1], a[8:2:-2], a[20:], a[:-8], a[-1], a[3:3], a[-3:-1], a[:]  is not a, a[slice(1, 6, 2)]]
