s = 'a'
s += 'b'
t = s
s += 'c'
return s, t, s + t + '!', 'a' 'b' + 'c'
