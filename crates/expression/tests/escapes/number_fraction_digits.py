# ends with: limit or ValueError or OverflowError or returned
return round(1.5, 10 ** 12)
