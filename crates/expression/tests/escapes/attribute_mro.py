# ends with: AttributeError
return ''.__class__.__mro__
