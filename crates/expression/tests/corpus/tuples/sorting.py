rows = [(2, 'b'), (1, 'z'), (2, 'a')]
return sorted(rows), max(rows), sorted(rows, key=lambda r: r[1]), min(rows, key=lambda r: (-r[0], r[1]))
