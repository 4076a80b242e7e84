limit = 60
flags = [True] * (limit + 1)
for n in range(2, int(limit ** 0.5) + 1):
    if flags[n]:
        flags[n * n::n] = [False] * len(flags[n * n::n])
return [n for n in range(2, limit + 1) if flags[n]]
