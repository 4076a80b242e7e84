r = range(2, 20, 3)
return r, len(r), r[0], r[-1], r[1:3], r[::-1], list(reversed(r)), 8 in r, 9 in r, r.index(8), r.count(5), r.start, r.stop, r.step, range(0), bool(range(0)), range(5, 0, -2)[1], list(range(-3, 0)), range(3) == range(0, 3, 1), sum(range(101)), range(10)[-3:]
