s = {7}
x = s.pop()
return x, s, bool(s), len(s)
