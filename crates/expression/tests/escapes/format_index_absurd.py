# ends with: IndexError or ValueError or KeyError
return '{99999999999999999999}'.format(1)
