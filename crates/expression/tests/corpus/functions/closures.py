def counter():
    count = 0
    def increment(by=1):
        nonlocal count
        count += by
        return count
    return increment
a = counter()
b = counter()
return a(), a(), a(10), b()
