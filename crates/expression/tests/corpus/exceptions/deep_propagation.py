log = []
def level(n):
    try:
        if n == 0:
            raise LookupError('bottom')
        return level(n - 1)
    finally:
        log.append(n)
try:
    level(3)
except LookupError as e:
    return log, str(e)
