# ends with: returned
a = []
for _ in range(100000):
    a = [a]
return len(a)
