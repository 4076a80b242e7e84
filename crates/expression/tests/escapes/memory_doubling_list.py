# ends with: limit
a = [0]
while True:
    a = a + a
