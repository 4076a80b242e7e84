# ends with: limit
while True:
    print(end='')
