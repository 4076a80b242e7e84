t = (1, [2])
t[1].append(3)
try:
    t[0] = 5
except TypeError as e:
    message = str(e)
return t, message
