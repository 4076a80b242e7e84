def naturals(n=0):
    while True:
        yield n
        n += 1
found = []
for n in naturals(10):
    if n % 7 == 0:
        found.append(n)
    if len(found) == 3:
        break
return found, next(n for n in naturals() if n * n > 200)
