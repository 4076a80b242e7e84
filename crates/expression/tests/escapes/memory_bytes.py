# ends with: limit
return b'xy' * 10 ** 11
