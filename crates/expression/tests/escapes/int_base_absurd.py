# ends with: ValueError or OverflowError
return int('1', 10 ** 30)
