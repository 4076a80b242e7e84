# ends with: limit
n = 3
while True:
    try:
        n = n * n
    except:
        pass
