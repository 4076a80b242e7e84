# ends with: ValueError or OverflowError
return chr(10 ** 30)
