log = []
g = (log.append(x) or x for x in range(5))
first = next(g)
return first, log, sum(g), log
