# ends with: limit
a = [0]
a *= 10 ** 10
return len(a)
