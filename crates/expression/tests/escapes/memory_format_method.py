# ends with: limit or ValueError
return '{:{}}'.format('x', 10 ** 11)
