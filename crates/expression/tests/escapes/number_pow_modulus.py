# ends with: limit
m = 10 ** 5000 + 7
while True:
    pow(3, m - 1, m)
