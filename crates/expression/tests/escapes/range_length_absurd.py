# ends with: OverflowError or returned
return len(range(10 ** 30))
