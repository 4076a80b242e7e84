log = []
m = map(lambda x: log.append(x) or x * 2, [1, 2, 3])
z = zip([1, 2, 3], 'ab')
f = filter(None, [0, 1, '', 'a'])
first = next(m)
return first, list(log), list(z), list(f), list(m), log, next(z, 'empty')
