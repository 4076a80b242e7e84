# ends with: limit
a = [0]
for x in a:
    a.append(x)
