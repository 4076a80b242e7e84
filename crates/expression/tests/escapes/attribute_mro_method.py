# ends with: AttributeError
return str.mro()
