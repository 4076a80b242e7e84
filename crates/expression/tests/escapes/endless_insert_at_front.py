# ends with: limit
a = []
while True:
    a.insert(0, 1)
