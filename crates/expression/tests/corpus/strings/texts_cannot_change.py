s = 'abc'
try:
    s[0] = 'x'
except TypeError as e:
    first = str(e)
try:
    del s[0]
except TypeError as e:
    second = str(e)
return first, second
