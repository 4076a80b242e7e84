# ends with: limit
def g():
    while True:
        try:
            yield 1
        finally:
            continue
for x in g():
    pass
