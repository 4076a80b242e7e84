# ends with: limit
return bytearray(10 ** 12)
