return {x % 3: x for x in range(7)}, {k.lower(): v for k, v in {'A': 1, 'a': 2}.items()}
