s = 'abc'
return s.strip() == s, s.replace('x', 'y') == s, s * 1 == s, s[:] == s, ''.join([s]) == s, str(s) == s
