# ends with: limit
n = 10 ** 50000
while True:
    (n * n + 1) // n
