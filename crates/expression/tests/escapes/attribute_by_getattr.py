# ends with: AttributeError
name = '__sub' + 'classes__'
return getattr(object, name)()
