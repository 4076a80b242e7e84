log = []
def numbers():
    log.append('start')
    for i in range(3):
        log.append(i)
        yield i
    log.append('end')
g = numbers()
log.append('made')
first = next(g)
log.append('got first')
rest = list(g)
return first, rest, log
