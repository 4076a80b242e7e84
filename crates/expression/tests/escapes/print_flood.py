# ends with: limit
while True:
    print('x' * 1000)
