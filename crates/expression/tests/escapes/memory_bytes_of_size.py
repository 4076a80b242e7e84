# ends with: limit
return bytes(10 ** 12)
