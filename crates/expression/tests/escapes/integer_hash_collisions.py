# ends with: limit or returned
m = 2 ** 61 - 1
return len({n * m for n in range(1, 50000)})
