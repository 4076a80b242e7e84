# ends with: NameError
return compile('1', 'x', 'eval')
