# ends with: limit
def key(x):
    while True:
        pass
try:
    sorted([1, 2], key=key)
except BaseException:
    return 'caught'
