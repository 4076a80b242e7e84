# ends with: limit
return (1, 2) * 10 ** 9
