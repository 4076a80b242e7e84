# ends with: limit
a = list(range(100000))
while True:
    a.sort()
    a.reverse()
