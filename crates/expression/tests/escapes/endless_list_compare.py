# ends with: limit
a = [0] * 100000
b = [0] * 100000
while True:
    a == b
