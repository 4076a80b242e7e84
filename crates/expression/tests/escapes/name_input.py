# ends with: NameError
return input()
