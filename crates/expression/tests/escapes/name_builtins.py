# ends with: NameError
return __builtins__
