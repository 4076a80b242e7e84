# ends with: limit
while True:
    class A:
        x = 'y' * 1000
