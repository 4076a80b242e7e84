# ends with: limit
a = [1]
a[10 ** 9:] = range(10 ** 12)
