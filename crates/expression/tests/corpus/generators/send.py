def average():
    total = count = 0
    value = None
    while True:
        value = yield value
        total += value
        count += 1
        value = total / count
a = average()
next(a)
return a.send(10), a.send(20), a.send(60)
