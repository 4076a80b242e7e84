# ends with: limit or ValueError
return int('9' * 10 ** 7)
