def add(x, to=[]):
    to.append(x)
    return to
n = 1
def show(value=n):
    return value
n = 2
return add(1), add(2), add(3, []), show(), show(5)
