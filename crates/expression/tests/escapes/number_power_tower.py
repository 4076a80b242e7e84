# ends with: limit or MemoryError or OverflowError
return 2 ** 10 ** 9
