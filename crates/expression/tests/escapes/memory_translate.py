# ends with: limit
s = 'x' * 100000
return s.translate({120: s})
