# ends with: IndexError or ValueError
return '{99999999999999999999}'.format(1)
