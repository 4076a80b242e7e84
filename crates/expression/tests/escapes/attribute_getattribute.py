# ends with: AttributeError
return object.__getattribute__(1, '__class__').__subclasses__()
