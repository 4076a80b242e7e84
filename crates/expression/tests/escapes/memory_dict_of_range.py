# ends with: limit
return dict.fromkeys(range(10 ** 12))
