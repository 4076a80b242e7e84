# ends with: AttributeError
return object.__subclasses__()
