# ends with: limit or MemoryError or OverflowError
return pow(10, 10 ** 10)
