# ends with: limit or ValueError or OverflowError
return round(1.5, 10 ** 12)
