# ends with: limit
return set(range(10 ** 12))
