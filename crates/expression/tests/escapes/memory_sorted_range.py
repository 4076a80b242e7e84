# ends with: limit
return sorted(range(10 ** 12))
