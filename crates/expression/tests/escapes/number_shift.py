# ends with: limit or MemoryError or OverflowError
return 1 << 10 ** 12
