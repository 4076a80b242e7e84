# ends with: limit
s = 'x' * 100000
return s.join('ab' for _ in iter(int, 1))
