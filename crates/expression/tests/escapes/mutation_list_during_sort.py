# ends with: returned or ValueError
a = [3, 2, 1]
def key(x):
    a.clear()
    return x
a.sort(key=key)
return len(a)
