# ends with: limit
d = {}
n = 0
while True:
    n += 1
    d[n] = 'x' * 1000
