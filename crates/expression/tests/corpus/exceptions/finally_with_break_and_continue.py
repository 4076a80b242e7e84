log = []
for i in range(4):
    try:
        if i == 1:
            continue
        if i == 3:
            break
        log.append(i)
    finally:
        log.append(f'f{i}')
def swallow():
    for i in range(3):
        try:
            raise ValueError
        finally:
            break
    return i
return log, swallow()
