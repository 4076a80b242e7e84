log = []
def check(x):
    log.append(x)
    return x > 1
return any(check(x) for x in (1, 2, 3)), all(check(x) for x in (5, 0, 7)), log
