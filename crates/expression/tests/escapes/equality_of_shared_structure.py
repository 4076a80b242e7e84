# ends with: limit or returned or RecursionError
a, b = ['x'], ['x']
for _ in range(60):
    a, b = [a, a], [b, b]
return a == b
