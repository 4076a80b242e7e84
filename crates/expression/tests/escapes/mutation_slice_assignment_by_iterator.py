# ends with: returned
a = [1, 2, 3]
def items():
    a.clear()
    yield 9
a[1:2] = items()
return a
