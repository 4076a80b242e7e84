# ends with: limit or ValueError or OverflowError
return '%*s' % (10 ** 9, 'x')
