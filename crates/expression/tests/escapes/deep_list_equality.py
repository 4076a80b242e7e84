# ends with: RecursionError or limit
a, b = [], []
for _ in range(100000):
    a, b = [a], [b]
return a == b
