# ends with: limit
return '7'.zfill(10 ** 12)
