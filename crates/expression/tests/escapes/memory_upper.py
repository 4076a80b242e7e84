# ends with: limit
s = 'ß' * 1000000
a = []
while True:
    a.append(s.upper())
