# ends with: limit
a = []
while True:
    a = [a, a] * 1000
