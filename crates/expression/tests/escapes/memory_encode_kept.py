# ends with: limit
s = 'é' * 1000000
a = []
while True:
    a.append(s.encode())
