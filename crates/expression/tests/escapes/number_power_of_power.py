# ends with: limit or MemoryError or OverflowError
return 9 ** 9 ** 9
