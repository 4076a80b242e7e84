log = []
def g():
    try:
        for i in range(10):
            yield i
    finally:
        log.append('cleanup')
it = g()
for x in it:
    if x == 2:
        break
it.close()
return x, log
