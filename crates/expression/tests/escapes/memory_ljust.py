# ends with: limit
return 'x'.ljust(10 ** 12)
