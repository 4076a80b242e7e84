# ends with: limit
s = 'x' * 100000
return s.replace('x', s)
