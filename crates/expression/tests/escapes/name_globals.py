# ends with: NameError
return globals()
