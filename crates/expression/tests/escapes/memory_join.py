# ends with: limit
s = 'x' * 100000
return ''.join([s] * 1000000)
