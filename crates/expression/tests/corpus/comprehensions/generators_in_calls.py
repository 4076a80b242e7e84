data = [3, 1, 2]
return sum(x * x for x in data), max(x for x in data), any(x > 2 for x in data), all(x > 0 for x in data), sorted(-x for x in data), ','.join(str(x) for x in data), dict((x, 1) for x in data), tuple(x for x in data), min((x for x in data), default=0), set(x // 9 for x in data)
