# ends with: limit
a = []
s = 'x ' * 1000000
while True:
    a.append(s.split())
