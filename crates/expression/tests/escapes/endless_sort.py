# ends with: limit
a = list(range(10000))
while True:
    sorted(a, key=lambda x: -x)
