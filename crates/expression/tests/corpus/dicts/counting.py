counts = {}
for c in 'mississippi':
    counts[c] = counts.get(c, 0) + 1
return counts, sorted(counts, key=counts.get, reverse=True)
