def isqrt(n):
    x = n
    y = (x + 1) // 2
    while y < x:
        x, y = y, (y + n // y) // 2
    return x
return isqrt(10 ** 40), isqrt(2 * 10 ** 30), isqrt(99)
