# ends with: limit
s = 'x' * 1000000
a = []
while True:
    a.append(s[1:])
