# ends with: limit
a = [0] * 100000
while True:
    1 in a
