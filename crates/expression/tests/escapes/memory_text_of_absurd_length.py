# ends with: limit or MemoryError or OverflowError
return 'x' * 2 ** 100
