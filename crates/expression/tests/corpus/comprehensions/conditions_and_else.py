return ['even' if x % 2 == 0 else 'odd' for x in range(3)], [x or 'none' for x in ['', 'a']], [x for x in (0, 1, None, 'a') if x]
