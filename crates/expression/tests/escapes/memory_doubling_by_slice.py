# ends with: limit
a = [0]
while True:
    a[len(a):] = a
