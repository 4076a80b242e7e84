# ends with: limit
def classes():
    while True:
        pass
try:
    1 / 0
except classes():
    return 'caught'
