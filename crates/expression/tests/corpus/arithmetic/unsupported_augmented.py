results = []
def add(x, y):
    x += y
    return x
for x, y in ((1, 'a'), (None, 1), ([], 1), ({}, {}), ('a', 1)):
    try:
        results.append(add(x, y))
    except TypeError as e:
        results.append(str(e))
return results
