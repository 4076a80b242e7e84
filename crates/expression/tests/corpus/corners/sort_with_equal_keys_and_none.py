rows = [('a', None), ('b', 2), ('c', None), ('d', 1)]
return sorted(rows, key=lambda r: (r[1] is None, r[1] or 0)), sorted(rows, key=lambda r: r[1] is None, reverse=True)
