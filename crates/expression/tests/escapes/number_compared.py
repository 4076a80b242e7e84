# ends with: limit
x = 1 << 10000000
y = x + 1
while True:
    x < y
