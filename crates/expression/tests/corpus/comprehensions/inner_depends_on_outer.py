return [(x, y) for x in range(3) for y in range(x)], [c for word in ['ab', 'cd'] for c in word if c != 'c'], [x for row in [[1, 2], [3]] for x in row]
