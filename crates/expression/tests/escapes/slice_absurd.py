# ends with: returned
a = list(range(10))
return a[-10 ** 30:10 ** 30], a[::10 ** 30], 'abc'[10 ** 30:], (1, 2)[-10 ** 20:]
