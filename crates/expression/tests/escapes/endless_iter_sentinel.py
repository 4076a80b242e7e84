# ends with: limit
return list(iter(int, 1))
