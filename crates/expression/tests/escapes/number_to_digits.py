# ends with: limit or ValueError
return len(str(1 << 10 ** 7))
