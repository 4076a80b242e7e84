# ends with: limit
a, *b = range(10 ** 12)
return a
