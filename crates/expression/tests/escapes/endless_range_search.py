# ends with: limit or returned
return 0.5 in range(10 ** 15)
