# ends with: limit
return list(range(10 ** 12))
