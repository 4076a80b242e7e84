def stats(values):
    return min(values), max(values), sum(values) / len(values)
low, high, mean = stats([1, 2, 6])
return low, high, mean
