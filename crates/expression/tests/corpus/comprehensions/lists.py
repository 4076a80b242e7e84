return [x * 2 for x in range(3)], [x for x in range(10) if x % 2 if x > 3], [(x, y) for x in 'ab' for y in (1, 2)], [x for x in []], [[y for y in range(x)] for x in range(3)]
