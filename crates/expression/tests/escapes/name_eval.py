# ends with: NameError
return eval('1 + 1')
