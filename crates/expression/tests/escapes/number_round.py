# ends with: limit or OverflowError or returned
return round(5, -10 ** 12)
