return [0 or 'fallback', '' or None or [], 1 and 'second', [] and 'x', 'a' or 'b', None and 1, 0 and 1 or 2, not '', not 'a', 1 or 1 / 0]
