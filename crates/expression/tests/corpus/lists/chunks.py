items = list(range(7))
return [items[i:i + 3] for i in range(0, len(items), 3)], list(zip(*[iter(items)] * 2))
