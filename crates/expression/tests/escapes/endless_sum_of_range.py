# ends with: limit or returned
return sum(range(10 ** 15))
