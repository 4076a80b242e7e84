# ends with: limit
s = 'x' * 1000000
return s.replace('', s)
