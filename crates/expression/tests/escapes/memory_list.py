# ends with: limit
return [0] * 10 ** 10
