# ends with: limit
return 'x' * 10 ** 12
