# ends with: limit
while True:
    pass
