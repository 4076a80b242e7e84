# ends with: limit
return 'x'.center(10 ** 12, '-')
