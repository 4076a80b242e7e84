def ones(n):
    return (1 for _ in range(n))
return sum(ones(1000)), sum(len(list(ones(i))) for i in range(10)), any(x == 5 for x in iter(range(100)))
