# ends with: OverflowError
return 10.0 ** 10 ** 9
