# ends with: TypeError or AttributeError
str.upper = lambda self: 'owned'
return 'a'.upper()
