# ends with: limit
s = 'x'
while True:
    s += s
