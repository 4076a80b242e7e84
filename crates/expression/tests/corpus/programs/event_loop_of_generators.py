log = []
def task(name, n):
    for i in range(n):
        log.append(f'{name}{i}')
        yield
tasks = [task('a', 2), task('b', 3), task('c', 1)]
while tasks:
    current = tasks.pop(0)
    try:
        next(current)
    except StopIteration:
        continue
    tasks.append(current)
return log
