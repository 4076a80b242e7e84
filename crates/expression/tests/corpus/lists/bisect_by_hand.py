def position(a, x):
    lo, hi = 0, len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo
return [position([1, 3, 5, 7], x) for x in (0, 3, 4, 9)]
