return list(reversed(range(5))), list(range(10, 0, -3)), list(range(0)), list(reversed('abc')), range(5)[1:3], list(range(-2, 3)), sum(range(1, 101))
