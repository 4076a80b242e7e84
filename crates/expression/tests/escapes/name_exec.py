# ends with: NameError
exec('x = 1')
