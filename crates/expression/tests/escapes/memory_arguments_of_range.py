# ends with: limit
return max(*range(10 ** 12))
