# ends with: limit
f = lambda: 0
while True:
    f = (lambda g: lambda: g)(f)
