# ends with: IndexError
return [1][10 ** 30]
