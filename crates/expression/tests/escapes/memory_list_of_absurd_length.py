# ends with: limit or MemoryError or OverflowError
return [0] * 10 ** 30
